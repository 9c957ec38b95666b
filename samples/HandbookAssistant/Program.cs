using HandbookAssistant;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.VectorData;
using OpenAI;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.Services.Configure<AssistantOptions>(builder.Configuration.GetSection(AssistantOptions.Section));
builder.Services.PostConfigure<AssistantOptions>(options =>
    options.HandbookFolder = Path.Combine(builder.Environment.ContentRootPath, options.HandbookFolder)
);

builder.Services.AddSingleton(_ => new OpenAIClient(
    builder.Configuration["OPENAI_API_KEY"] ?? throw new InvalidOperationException("Set OPENAI_API_KEY.")
));
builder.Services.AddSingleton(services =>
    services
        .GetRequiredService<OpenAIClient>()
        .GetChatClient(services.GetRequiredService<IOptions<AssistantOptions>>().Value.ChatModel)
        .AsIChatClient()
);
builder.Services.AddSingleton(services =>
    services
        .GetRequiredService<OpenAIClient>()
        .GetEmbeddingClient(services.GetRequiredService<IOptions<AssistantOptions>>().Value.EmbeddingModel)
        .AsIEmbeddingGenerator()
);
builder.Services.AddSingleton(services => services.GetRequiredService<OpenAIClient>().GetOpenAIFileClient());
builder.Services.AddSingleton(services => services.GetRequiredService<OpenAIClient>().GetFineTuningClient());

builder.Services.AddSingleton<VectorStoreCollection<string, HandbookPassage>, InMemoryHandbook<HandbookPassage>>();
builder.Services.AddSingleton<VectorStoreCollection<string, HandbookSection>, InMemoryHandbook<HandbookSection>>();
builder.Services.AddSingleton<HandbookIngestion>();
builder.Services.AddSingleton<HandbookSectionIngestion>();
builder.Services.AddSingleton<HandbookAnswerService>();
builder.Services.AddSingleton<HandbookAnswerServiceCured>();
builder.Services.AddSingleton<IHandbookAnswerService>(services =>
    services.GetRequiredService<IOptions<AssistantOptions>>().Value.Cured
        ? services.GetRequiredService<HandbookAnswerServiceCured>()
        : services.GetRequiredService<HandbookAnswerService>()
);
builder.Services.AddSingleton<HandbookFineTuning>();

using var host = builder.Build();
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

switch (args)
{
    case ["ask", var question, ..]:
        await host.Services.GetRequiredService<HandbookIngestion>().IngestAsync(stop.Token);
        var answer = await host.Services.GetRequiredService<IHandbookAnswerService>().AnswerAsync(question, stop.Token);
        Console.WriteLine(answer.Found ? $"{answer.Answer} ({string.Join("; ", answer.Sources)})" : "The handbook does not say.");
        return 0;

    case ["index-sections", ..]:
        var (written, held) = await host.Services.GetRequiredService<HandbookSectionIngestion>().IngestAsync(stop.Token);
        Console.WriteLine($"Wrote {written} sections; the index holds {held}.");
        return 0;

    case ["fine-tune", ..]:
        Console.WriteLine(await host.Services.GetRequiredService<HandbookFineTuning>().StartAsync(stop.Token));
        return 0;

    default:
        Console.Error.WriteLine("Usage: HandbookAssistant ask \"<question>\" [--Assistant:Cured=true] | index-sections | fine-tune");
        return 1;
}
