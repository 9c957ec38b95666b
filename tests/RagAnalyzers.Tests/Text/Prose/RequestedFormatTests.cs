using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Tests.Text.Prose;

/// <summary>Which sentences demand a format for the whole answer, and which only mention one.</summary>
public sealed class RequestedFormatTests
{
    [Theory]
    [InlineData("Respond with JSON.", "JSON")]
    [InlineData("Respond in JSON format.", "JSON")]
    [InlineData("Respond only with valid JSON.", "JSON")]
    [InlineData("Reply ONLY as JSON: {\"a\": 1}", "JSON")]
    [InlineData("Return the result as a JSON object.", "JSON")]
    [InlineData("Return ONLY a valid JSON array of strings.", "JSON")]
    [InlineData("Return JSON.", "JSON")]
    [InlineData("Return a JSON object with a score and a reason.", "JSON")]
    [InlineData("Return strict minified JSON with the members title and tags.", "JSON")]
    [InlineData("Always answer in JSON.", "JSON")]
    [InlineData("Answer as JSON from these passages:", "JSON")]
    [InlineData("Output JSON only.", "JSON")]
    [InlineData("Output: JSON", "JSON")]
    [InlineData("Output format: JSON", "JSON")]
    [InlineData("Response format (JSON):", "JSON")]
    [InlineData("Your answer must be valid JSON.", "JSON")]
    [InlineData("Your response must conform to this JSON schema: {\"type\": \"object\"}", "JSON")]
    [InlineData("The output should be a JSON object with two fields.", "JSON")]
    [InlineData("The final reply MUST be a single JSON array of findings.", "JSON")]
    [InlineData("Format your answer as JSON.", "JSON")]
    [InlineData("Provide the summary in JSON format with the keys short and long.", "JSON")]
    [InlineData("Give me a JSON object with the colours.", "JSON")]
    [InlineData("Generate five names for a cat as JSON.", "JSON")]
    [InlineData("Extract the order number and return it as JSON.", "JSON")]
    [InlineData("Read the mail below and return a JSON object with its sender.", "JSON")]
    [InlineData("List the cities in JSON format.", "JSON")]
    [InlineData("Summarize the meeting and respond strictly with JSON in this format:", "JSON")]
    [InlineData("You are a helpful assistant designed to output JSON.", "JSON")]
    [InlineData("You are a bot that only replies in JSON.", "JSON")]
    [InlineData("You must always respond in pure JSON, without comments.", "JSON")]
    [InlineData("JSON only, no prose.", "JSON")]
    [InlineData("Only JSON.", "JSON")]
    [InlineData("STRICT JSON FORMAT ONLY", "JSON")]
    [InlineData("Please respond in XML.", "XML")]
    [InlineData("Return the invoice as XML.", "XML")]
    [InlineData("Answer in YAML.", "YAML")]
    [InlineData("Your output must be YAML.", "YAML")]
    [InlineData("Respond in CSV only.", "CSV")]
    [InlineData("Produce a CSV document with one line per city and output only CSV.", "CSV")]
    [InlineData("Convert the table into CSV.", "CSV")]
    [InlineData("Do not explain anything. Return raw JSON.", "JSON")]
    [InlineData("Don't use Markdown. Respond with a JSON document.", "JSON")]
    [InlineData("- Respond ONLY with the JSON object", "JSON")]
    [InlineData("1. Return a valid JSON object.", "JSON")]
    [InlineData("**Output only valid JSON**", "JSON")]
    [InlineData("You will be given a ticket. Your job is to return a JSON object with its label.", "JSON")]
    [InlineData("I want you to answer with a JSON array.", "JSON")]
    [InlineData("Classify the sentiment of the review, then respond with JSON.", "JSON")]
    [InlineData("Return the answer in a JSON object with the next structure:", "JSON")]
    [InlineData("Please answer\nin JSON.", "JSON")]
    [InlineData("Your entire response should be formatted as JSON.", "JSON")]
    [InlineData("Make sure you respond in valid JSON.", "JSON")]
    [InlineData("You only return JSON.", "JSON")]
    [InlineData("Reply with a JSON list of the three best matches.", "JSON")]
    [InlineData("Use this JSON format for your answer:", "JSON")]
    [InlineData("Follow the JSON schema:", "JSON")]
    [InlineData("Translate the sentence and answer using JSON.", "JSON")]
    [InlineData("Create an XML document with the recipe. The output must be XML.", "XML")]
    [InlineData("Score the essay. Answer with valid XML only.", "XML")]
    [InlineData("Return only YAML, no explanations.", "YAML")]
    [InlineData("Answer with the following JSON structure: {}", "JSON")]
    [InlineData("Return the result in the following JSON format:", "JSON")]
    [InlineData("Provide your findings in the JSON format below. Return only JSON.", "JSON")]
    [InlineData("Only respond with the JSON and include no other text.", "JSON")]
    [InlineData("Evaluate the answer by replying in this JSON format:", "JSON")]
    [InlineData("Respond with a complete state JSON object.", "JSON")]
    public void Demands(string prompt, string format) => Assert.Equal(format, RequestedFormat.In(prompt)?.Format);

    [Theory]
    [InlineData("The following JSON describes the customer.")]
    [InlineData("Given this JSON, say how many orders there are.")]
    [InlineData("Summarize the JSON below in two sentences.")]
    [InlineData("Write a C# class that parses JSON.")]
    [InlineData("Write a function that returns JSON.")]
    [InlineData("Create a method to read a CSV file and return JSON.")]
    [InlineData("Explain how to return JSON from a controller.")]
    [InlineData("What is the difference between JSON and XML?")]
    [InlineData("Respond in plain text, no JSON.")]
    [InlineData("Do not return JSON.")]
    [InlineData("Don't respond with JSON.")]
    [InlineData("Never answer in JSON.")]
    [InlineData("Respond with a sentence, not with JSON.")]
    [InlineData("Return Markdown, not JSON.")]
    [InlineData("Answer in Markdown. Include a JSON block at the end.")]
    [InlineData("Write a report and add a JSON snippet with the totals.")]
    [InlineData("Give a short answer followed by JSON with the sources.")]
    [InlineData("If the user asks for JSON, respond in JSON.")]
    [InlineData("When asked for data, return JSON.")]
    [InlineData("The API returns JSON.")]
    [InlineData("Our services accept and return JSON.")]
    [InlineData("The user sends JSON. Answer in one sentence.")]
    [InlineData("Answer the question from the context given in JSON.")]
    [InlineData("Answer using the JSON data below.")]
    [InlineData("Use the JSON context to answer.")]
    [InlineData("Base your conclusions only on the provided JSON context.")]
    [InlineData("Here is the current state in JSON format:")]
    [InlineData("Chat history of the current chat, in json format:")]
    [InlineData("Write an SQL query for the table.")]
    [InlineData("Return the rows as a Markdown table.")]
    [InlineData("List the cities, one per line.")]
    [InlineData("Cite each source as [1].")]
    [InlineData("Translate this JSON file into French.")]
    [InlineData("Convert the XML into plain English.")]
    [InlineData("Generate a JSON parser in Python.")]
    [InlineData("Describe the JSON schema of the order service.")]
    [InlineData("Is this valid JSON?")]
    [InlineData("Check whether the text is valid XML and say yes or no.")]
    [InlineData("Antworte in JSON.")]
    [InlineData("Responde en formato JSON.")]
    [InlineData("Répondez uniquement en JSON.")]
    [InlineData("Use the tool with a JSON argument.")]
    [InlineData("Call the search function with JSON arguments.")]
    [InlineData("The answer is in the JSON document.")]
    [InlineData("You know everything about JSON, XML and YAML.")]
    [InlineData("You are an expert for CSV files.")]
    [InlineData("Respond to the JSON request of the user.")]
    [InlineData("Return the value of the JSON property name.")]
    [InlineData("Return the name of the XML element.")]
    [InlineData("Answer questions about YAML pipelines.")]
    [InlineData("Fix the YAML file and explain what was wrong.")]
    [InlineData("Reply in English. Do not use JSON or Markdown.")]
    [InlineData("The input is a CSV with three columns.")]
    [InlineData("Compare the two JSON objects and tell the difference in words.")]
    [InlineData("Return the path of the json file.")]
    [InlineData("Write unit tests for the JSON serializer.")]
    [InlineData("Without JSON, return the number only.")]
    [InlineData("Avoid returning JSON.")]
    [InlineData("Wrap every number in an XML tag.")]
    [InlineData("Put quotes into <quote> XML tags.")]
    [InlineData("Respond with prose instead of JSON.")]
    [InlineData("Tell the user why JSON is popular.")]
    [InlineData("For each function call, return a JSON object within the call tags.")]
    [InlineData("Analyze every item in the incoming JSON array.")]
    [InlineData("Extract the names in the JSON object.")]
    [InlineData("Return the sum of the values in the JSON array.")]
    [InlineData("Output the first name in the XML.")]
    [InlineData("Answer the question with the facts in the JSON object.")]
    [InlineData("Reply with citations in the special XML format.")]
    [InlineData("Answer from the CSV.")]
    [InlineData("Return the number of rows in this CSV.")]
    [InlineData("List the keys in the JSON document, separated by commas.")]
    public void Mentions(string prompt) => Assert.Null(RequestedFormat.In(prompt));

    [Fact]
    public void The_sentence_among_others_is_found()
    {
        var prompt = """
            You are an assistant for a shop of garden tools.
            The following JSON is the order:
            - Say nothing about the weather.
            - Respond with a JSON object, without code fences.
            Thank you.
            """;
        Assert.Equal(("JSON", "Respond with a JSON object, without code fences."), RequestedFormat.In(prompt));
    }

    [Fact]
    public void A_second_answer_beside_the_format_is_no_whole_answer() =>
        Assert.Null(RequestedFormat.In("Respond with a JSON object. After the JSON object, explain your choice in a sentence."));

    [Fact]
    public void A_text_of_any_length_is_read_in_no_time()
    {
        var prompt =
            string.Concat(Enumerable.Repeat("and then return the best of all the words that you may know in as with a the JSON, ", 2000))
            + string.Concat(Enumerable.Repeat("respond briefly\n", 2000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        RequestedFormat.In(prompt);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }
}
