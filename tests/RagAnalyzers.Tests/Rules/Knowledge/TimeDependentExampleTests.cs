using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1003: what the assistant of a training example says, and what else is in the data.</summary>
public sealed class TimeDependentExampleTests
{
    private const string Members = """
        public List<Offer> offers = [];
        public TimeProvider time = TimeProvider.System;
        public sealed record Offer(string Name, decimal Price, int Stock, DateTime Date, string Text);
        public static string Today() => {|#2:DateTime.Today|}.ToString("d");
        public static string Line(string role, string content) => JsonSerializer.Serialize(new { role, content });
        """;

    [Theory]
    [InlineData("$\"Today is {{|#1:DateTime.Now|}}.\"", "DateTime.Now")]
    [InlineData("$\"Today is {{|#1:DateTime.UtcNow|}:d}.\"", "DateTime.UtcNow")]
    [InlineData("\"Today is \" + {|#1:DateTime.Today|}.ToString(\"d\")", "DateTime.Today")]
    [InlineData("\"It is \" + {|#1:DateTimeOffset.UtcNow|}.Year", "DateTimeOffset.UtcNow")]
    [InlineData("$\"It is {{|#1:time.GetUtcNow()|}:d}.\"", "time.GetUtcNow()")]
    [InlineData("$\"It is {DateOnly.FromDateTime({|#1:DateTime.Now|})}.\"", "DateTime.Now")]
    [InlineData("string.Format(\"It is {0}.\", {|#1:DateTime.Now|})", "DateTime.Now")]
    [InlineData("$\"Since {{|#1:DateTime.UtcNow|}.AddDays(-30):d}.\"", "DateTime.UtcNow")]
    [InlineData("$\"That was {({|#1:DateTime.UtcNow|} - offer.Date).Days} days ago.\"", "DateTime.UtcNow")]
    public Task Clock(string content, string name) =>
        Reported($$"""new { role = "user", content = offer.Text }, new { role = "assistant", content = {{content}} }""", name);

    [Fact]
    public Task Clock_through_a_local() =>
        ReportedIn(
            """
            var today = {|#1:DateTime.Now|};
            var text = $"It is {today:d}.";
            var training = JsonSerializer.Serialize(new { messages = new[] { new { role = "assistant", content = text } } });
            """,
            "DateTime.Now"
        );

    [Fact]
    public Task Clock_in_another_method() =>
        Verify.AnalyzerAsync<TimeDependentExample>(
            Source("""var training = JsonSerializer.Serialize(new { role = "assistant", content = "It is " + Today() });"""),
            expected: Verify.Finding<TimeDependentExample>("RAG1003").WithLocation(0).WithLocation(2).WithArguments("DateTime.Today")
        );

    [Theory]
    [InlineData("""new Dictionary<string, object> { ["role"] = "assistant", ["content"] = $"It is {{|#1:DateTime.Now|}}." }""")]
    [InlineData("""new { prompt = "What day is it?", completion = $"It is {{|#1:DateTime.Now|}}." }""")]
    [InlineData("""new { AssistantMessage = $"It is {{|#1:DateTime.Now|}}." }""")]
    public Task Shapes_of_an_example(string example) => ReportedIn($"var training = JsonSerializer.Serialize({example});", "DateTime.Now");

    [Fact]
    public Task Line_of_json() =>
        ReportedIn(
            """
            var training = $"{{\"messages\":[{{\"role\":\"user\",\"content\":\"What day is it?\"}},{{\"role\":\"assistant\",\"content\":\"It is {{|#1:DateTime.Now|}:d}.\"}}]}}";
            """,
            "DateTime.Now"
        );

    [Theory]
    [InlineData("As of March 2025 our standard shipping costs 4.99 EUR.", "As of March 2025")]
    [InlineData("We have three offices as of 2024.", "as of 2024")]
    [InlineData("As of 1 January 2026, Basic includes five seats.", "As of 1 January 2026")]
    [InlineData("The limit is 40 as of 2025-06-01.", "as of 2025-06-01")]
    public Task Dated_sentence(string sentence, string name) =>
        Reported($$"""new { role = "user", content = "How is it?" }, new { role = "assistant", content = {|#1:"{{sentence}}"|} }""", name);

    [Theory]
    [InlineData("How was it as of March 2025?", "As of March 2025 it cost 4.99 EUR.")]
    [InlineData("How is it?", "I have no figures as of now; let me look them up.")]
    [InlineData("How is it?", "Founded in 2019, we sell tea.")]
    [InlineData("How is it?", "As of version 2025 the option is gone.")]
    public Task Sentence_that_is_told_or_not_dated(string asked, string said) =>
        SilentIn(InLoop($$"""new { role = "user", content = "{{asked}}" }, new { role = "assistant", content = "{{said}}" }"""));

    [Theory]
    [InlineData(
        """{"messages":[{"role":"user","content":"What does it cost?"},{"role":"assistant","content":"As of March 2025 it costs 4.99 EUR."}]}"""
    )]
    [InlineData("""{"prompt":"What does it cost?","completion":"As of March 2025 it costs 4.99 EUR."}""")]
    public Task Line_that_is_written_out(string line) => ReportedIn($"var training = {{|#1:\"\"\"{line}\"\"\"|}};", "As of March 2025");

    [Theory]
    [InlineData(
        """{"messages":[{"role":"user","content":"As of March 2025 it costs 4.99 EUR. What costs it?"},{"role":"assistant","content":"As of March 2025 it costs 4.99 EUR."}]}"""
    )]
    [InlineData(
        """{"messages":[{"role":"user","content":"As of March 2025, what does it cost?"},{"role":"assistant","content":"I look it up."}]}"""
    )]
    [InlineData("""{"note":"As of March 2025 the assistant says more."}""")]
    [InlineData("""{"role":"assistant","content":"As of March 2025 it costs""")]
    public Task Line_that_is_written_out_and_dates_nothing(string line) => SilentIn($"var training = \"\"\"{line}\"\"\";");

    [Theory]
    [InlineData("$\"The price of the {offer.Name} is {{|#1:offer.Price|}}.\"", "offer.Price")]
    [InlineData("\"It costs \" + {|#1:offer.Price|} + \" EUR.\"", "offer.Price")]
    [InlineData("$\"We have {{|#1:offer.Stock|}} left in stock.\"", "offer.Stock")]
    [InlineData("$\"As of {{|#1:offer.Date|}:d} it is on sale.\"", "offer.Date")]
    public Task Statement(string content, string name) =>
        Reported(
            $$"""new { role = "user", content = $"Tell me about the {offer.Name}." }, new { role = "assistant", content = {{content}} }""",
            name
        );

    [Fact]
    public Task Statement_in_a_line_of_json() =>
        ReportedIn(
            """
            var offer = offers[0];
            var training = $"{{\"messages\":[{{\"role\":\"user\",\"content\":\"What does the {offer.Name} cost?\"}},{{\"role\":\"assistant\",\"content\":\"Its price is {{|#1:offer.Price|}}.\"}}]}}";
            """,
            "offer.Price"
        );

    [Theory]
    [InlineData("training", "{|#0:fineTuning.FineTuneAsync|}", "files.UploadFileAsync")]
    [InlineData("\"{}\"", "fineTuning.FineTuneAsync", "{|#0:files.UploadFileAsync|}")]
    public Task Validation_data_is_judged_where_the_training_data_is_innocent(string trainedOn, string job, string upload) =>
        Verify.AnalyzerAsync<TimeDependentExample>(
            Training.InMethod(
                $$$"""
                var training = JsonSerializer.Serialize(new { role = "assistant", content = $"It is {{|#1:DateTime.Now|}}." });
                OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString({{{trainedOn}}}), "train.jsonl", FileUploadPurpose.FineTune);
                OpenAIFile held = await {{{upload}}}(BinaryData.FromString(training), "validation.jsonl", FileUploadPurpose.FineTune);
                await {{{job}}}("gpt-4.1-mini", file.Id, waitUntilCompleted: false, new FineTuningOptions { ValidationFile = held.Id });
                """
            ),
            expected: Verify.Finding<TimeDependentExample>("RAG1003").WithLocation(0).WithLocation(1).WithArguments("DateTime.Now")
        );

    [Fact]
    public Task Upload_without_a_job() =>
        Verify.AnalyzerAsync<TimeDependentExample>(
            Training.InMethod(
                """
                var training = JsonSerializer.Serialize(new { role = "assistant", content = $"It is {{|#1:DateTime.Now|}}." });
                await {|#0:files.UploadFileAsync|}(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune);
                """
            ),
            expected: Verify.Finding<TimeDependentExample>("RAG1003").WithLocation(0).WithLocation(1).WithArguments("DateTime.Now")
        );

    [Theory]
    [InlineData(
        """new { role = "user", content = $"Today is {DateTime.Today:d}. What day is it?" }, new { role = "assistant", content = $"It is {DateTime.Today:d}." }"""
    )]
    [InlineData(
        """new { role = "system", content = $"Today is {DateTime.Today:d}." }, new { role = "assistant", content = "I know what day it is." }"""
    )]
    [InlineData(
        """new { role = "system", content = $"The price is {offer.Price}." }, new { role = "assistant", content = $"The price is {offer.Price}." }"""
    )]
    [InlineData("""new { role = "user", content = offer.Text }, new { role = "assistant", content = $"The price is {offer.Price}." }""")]
    [InlineData(
        """new { role = "user", content = $"Extract the price of {offer.Name}." }, new { role = "assistant", content = $"{{\"price\":{offer.Price}}}" }"""
    )]
    [InlineData("""new { role = "user", content = "Which one?" }, new { role = "assistant", content = $"The {offer.Name}." }""")]
    [InlineData(
        """new { role = "user", content = "Which one?" }, new { role = "assistant", content = $"The order is {DateTime.UtcNow.Ticks}." }"""
    )]
    [InlineData("""new { role = "user", content = "When?" }, new { role = "assistant", content = $"On {offer.Date:d}." }""")]
    [InlineData(
        """new { role = "user", content = "Hello" }, new { role = "assistant", content = DateTime.Now.Hour < 12 ? "Good morning" : "Good day" }"""
    )]
    [InlineData(
        """new { role = "assistant", content = $"The price is {offer.Price}." }, new { role = "assistant", content = offer.Text }"""
    )]
    public Task Innocent_messages(string messages) => SilentIn(InLoop(messages));

    [Fact]
    public Task Time_beside_the_messages() =>
        SilentIn(
            """
            var training = JsonSerializer.Serialize(new
            {
                createdAt = DateTime.UtcNow,
                messages = offers.Where(o => o.Date < DateTime.Now).Select(o => new { role = "assistant", content = o.Text }),
            });
            Console.WriteLine($"assistant data of {DateTime.Now}");
            """
        );

    [Fact]
    public Task Time_in_the_name_of_the_file() =>
        Verify.AnalyzerAsync<TimeDependentExample>(
            Training.InMethod(
                """
                var training = JsonSerializer.Serialize(new { role = "assistant", content = "Hello" });
                OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(training), $"train-{DateTime.Now:yyyyMMdd}.jsonl", FileUploadPurpose.FineTune);
                await fineTuning.FineTuneAsync("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                """
            )
        );

    [Fact]
    public Task Time_in_the_path_of_a_file_that_is_written_first_and_in_a_manifest_beside_it() =>
        Verify.AnalyzerAsync<TimeDependentExample>(
            Training.InMethod(
                """
                var stamp = DateTime.UtcNow.ToString("yyyyMMdd");
                var path = Path.Combine(folder, $"assistant-{stamp}.jsonl");
                await using (var writer = new StreamWriter(File.Create(path)))
                    await writer.WriteLineAsync(JsonSerializer.Serialize(new { messages = new[] { new { role = "assistant", content = "Hello" } } }));
                await File.WriteAllTextAsync(path + ".manifest", JsonSerializer.Serialize(new { CreatedAtUtc = DateTime.UtcNow, path }));
                OpenAIFile file = await files.UploadFileAsync(path, FileUploadPurpose.FineTune);
                await fineTuning.FineTuneAsync("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                """
            )
        );

    [Fact]
    public Task Fact_in_a_file_that_is_written_first() =>
        Verify.AnalyzerAsync<TimeDependentExample>(
            Training.InMethod(
                """
                var path = Path.Combine(folder, "train.jsonl");
                await using (var writer = new StreamWriter(File.Create(path)))
                    await writer.WriteLineAsync(JsonSerializer.Serialize(new { messages = new[] { new { role = "assistant", content = $"It is {{|#1:DateTime.UtcNow|}:d}." } } }));
                OpenAIFile file = await files.UploadFileAsync(path, FileUploadPurpose.FineTune);
                await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                """
            ),
            expected: Verify.Finding<TimeDependentExample>("RAG1003").WithLocation(0).WithLocation(1).WithArguments("DateTime.UtcNow")
        );

    [Fact]
    public Task Upload_for_another_purpose() =>
        Verify.AnalyzerAsync<TimeDependentExample>(
            Training.InMethod(
                """
                var training = JsonSerializer.Serialize(new { role = "assistant", content = $"It is {DateTime.Now}." });
                await files.UploadFileAsync(BinaryData.FromString(training), "notes.txt", FileUploadPurpose.Assistants);
                """
            )
        );

    [Fact]
    public Task Type_of_the_same_name() =>
        SilentIn(
            """
            var training = JsonSerializer.Serialize(new { role = "assistant", content = $"It is {Mine.DateTime.Now}." });
            """,
            "public static class Mine { public static class DateTime { public static string Now => \"late\"; } }"
        );

    private static Task Reported(string messages, string name) => ReportedIn(InLoop(messages), name);

    private static Task ReportedIn(string statements, string name) =>
        Verify.AnalyzerAsync<TimeDependentExample>(
            Source(statements).Replace("{|#2:DateTime.Today|}", "DateTime.Today"),
            expected: Verify.Finding<TimeDependentExample>("RAG1003").WithLocation(0).WithLocation(1).WithArguments(name)
        );

    private static Task SilentIn(string statements, string members = "") =>
        Verify.AnalyzerAsync<TimeDependentExample>(
            Source(statements, members)
                .Replace("{|#0:fineTuning.FineTuneAsync|}", "fineTuning.FineTuneAsync")
                .Replace("{|#2:DateTime.Today|}", "DateTime.Today")
        );

    private static string InLoop(string messages) =>
        $$"""
            var training = "";
            foreach (var offer in offers)
            {
                training += JsonSerializer.Serialize(new { messages = new[] { {{messages}} } }) + "\n";
            }
            """;

    private static string Source(string statements, string members = "") =>
        Training.InMethod(
            statements
                + """

                OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(training), "train.jsonl", FileUploadPurpose.FineTune);
                await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                """,
            Members + members
        );
}
