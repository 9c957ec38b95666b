using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenAI;
using TicketLabeling;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.Services.Configure<LabelingOptions>(builder.Configuration.GetSection(LabelingOptions.Section));
builder.Services.PostConfigure<LabelingOptions>(options =>
    options.TicketFile = Path.Combine(builder.Environment.ContentRootPath, options.TicketFile)
);

builder.Services.AddSingleton(_ => new OpenAIClient(
    builder.Configuration["OPENAI_API_KEY"] ?? throw new InvalidOperationException("Set OPENAI_API_KEY.")
));
builder.Services.AddSingleton(services =>
    services
        .GetRequiredService<OpenAIClient>()
        .GetChatClient(services.GetRequiredService<IOptions<LabelingOptions>>().Value.Model)
        .AsIChatClient()
);
builder.Services.AddSingleton(services => services.GetRequiredService<OpenAIClient>().GetOpenAIFileClient());
builder.Services.AddSingleton(services => services.GetRequiredService<OpenAIClient>().GetFineTuningClient());

builder.Services.AddSingleton<TicketSets>();
builder.Services.AddSingleton<TicketLabeler>();
builder.Services.AddSingleton<TicketEvaluation>();
builder.Services.AddSingleton<TicketFineTuning>();
builder.Services.AddSingleton<TicketFineTuningCured>();

using var host = builder.Build();
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

switch (args)
{
    case ["label", var text, ..]:
        Console.WriteLine(await host.Services.GetRequiredService<TicketLabeler>().LabelAsync(text, model: null, stop.Token));
        return 0;

    case ["evaluate", .. var models]:
        var score = await host.Services.GetRequiredService<TicketEvaluation>().ScoreAsync(models.FirstOrDefault(), stop.Token);
        Console.WriteLine($"{score:P0} of the held-out tickets are labelled right.");
        return 0;

    case ["fine-tune", "--validated"]:
        Console.WriteLine(await StartAsync<TicketFineTuningCured>());
        return 0;

    case ["fine-tune"]:
        Console.WriteLine(await StartAsync<TicketFineTuning>());
        return 0;

    default:
        Console.Error.WriteLine("Usage: TicketLabeling label \"<ticket>\" | evaluate [<model>] | fine-tune [--validated]");
        return 1;
}

Task<string> StartAsync<TFineTuning>()
    where TFineTuning : ITicketFineTuning => host.Services.GetRequiredService<TFineTuning>().StartAsync(stop.Token);
