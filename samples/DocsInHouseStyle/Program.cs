using DocsInHouseStyle;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.VectorData;
using OpenAI;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.Services.Configure<DocsOptions>(builder.Configuration.GetSection(DocsOptions.Section));
builder.Services.PostConfigure<DocsOptions>(options =>
{
    options.Folder = Path.Combine(builder.Environment.ContentRootPath, options.Folder);
    options.StyleFile = Path.Combine(builder.Environment.ContentRootPath, options.StyleFile);
});

builder.Services.AddSingleton(_ => new OpenAIClient(
    builder.Configuration["OPENAI_API_KEY"] ?? throw new InvalidOperationException("Set OPENAI_API_KEY.")
));
builder.Services.AddSingleton(services =>
    services
        .GetRequiredService<OpenAIClient>()
        .GetChatClient(services.GetRequiredService<IOptions<DocsOptions>>().Value.WritingModel)
        .AsIChatClient()
);
builder.Services.AddSingleton(services =>
    services
        .GetRequiredService<OpenAIClient>()
        .GetEmbeddingClient(services.GetRequiredService<IOptions<DocsOptions>>().Value.EmbeddingModel)
        .AsIEmbeddingGenerator()
);
builder.Services.AddSingleton(services => services.GetRequiredService<OpenAIClient>().GetOpenAIFileClient());
builder.Services.AddSingleton(services => services.GetRequiredService<OpenAIClient>().GetFineTuningClient());

builder.Services.AddSingleton<VectorStoreCollection<string, DocsPassage>, InMemoryDocs>();
builder.Services.AddSingleton<DocsIngestion>();
builder.Services.AddSingleton<DocsAnswerService>();
builder.Services.AddSingleton<StyleSets>();
builder.Services.AddSingleton<StyleEvaluation>();
builder.Services.AddSingleton<StyleFineTuning>();

using var host = builder.Build();
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

switch (args)
{
    case ["ask", var question, .. var models]:
        await host.Services.GetRequiredService<DocsIngestion>().IngestAsync(stop.Token);
        var answer = await host.Services.GetRequiredService<DocsAnswerService>().AnswerAsync(question, models.FirstOrDefault(), stop.Token);
        Console.WriteLine(answer.Text);
        Console.WriteLine(string.Join("; ", answer.Sources));
        return 0;

    case ["evaluate", .. var models]:
        await host.Services.GetRequiredService<DocsIngestion>().IngestAsync(stop.Token);
        var score = await host.Services.GetRequiredService<StyleEvaluation>().ScoreAsync(models.FirstOrDefault(), stop.Token);
        Console.WriteLine($"{score:P0} of the style's rules are kept.");
        return 0;

    case ["fine-tune"]:
        Console.WriteLine(await host.Services.GetRequiredService<StyleFineTuning>().StartAsync(stop.Token));
        return 0;

    default:
        Console.Error.WriteLine("Usage: DocsInHouseStyle ask \"<question>\" [<model>] | evaluate [<model>] | fine-tune");
        return 1;
}
