using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Sdk;

/// <summary>What a fact says about one overload: only of the parameters that it has.</summary>
public sealed class AiSdksOverloadTests
{
    [Fact]
    public void Chat_completions()
    {
        var lookup = new SdkLookup(
            """
            using System.ClientModel;
            using OpenAI.Chat;
            class C
            {
                void Full(ChatClient full) => full.CompleteChat([new UserChatMessage("hi")], new ChatCompletionOptions());
                void NoOptions(ChatClient bare) => bare.CompleteChat("hi", "there");
                void Raw(ChatClient raw) => raw.CompleteChatAsync(BinaryContent.Create(BinaryData.FromString("{}")));
                void Pieces(ChatClient pieces) => pieces.CompleteChatStreamingAsync("hi");
                void Stored(ChatClient stored) => stored.GetChatCompletion("id");
            }
            """
        );
        Assert.True(
            lookup.OfCall<ModelCallFact>("full.CompleteChat")
                is { Prompt: ["messages"], Options: ["options"], Protocol: false, Streaming: false }
        );
        Assert.True(lookup.OfCall<ModelCallFact>("bare.CompleteChat") is { Prompt: ["messages"], Options: [] });
        Assert.True(lookup.OfCall<ModelCallFact>("raw.CompleteChatAsync") is { Prompt: ["content"], Options: [], Protocol: true });
        Assert.True(
            lookup.OfCall<ModelCallFact>("pieces.CompleteChatStreamingAsync") is { Prompt: ["messages"], Options: [], Streaming: true }
        );
        Assert.Null(lookup.OfCall<SdkFact>("stored.GetChatCompletion"));
    }

    [Fact]
    public void Responses()
    {
        var lookup = new SdkLookup(
            """
            using System.ClientModel;
            using OpenAI.Responses;
            class C
            {
                void Text(ResponsesClient text) => text.CreateResponse("model", "hi");
                void Items(ResponsesClient items) => items.CreateResponseAsync("model", [ResponseItem.CreateUserMessageItem("hi")]);
                void Options(ResponsesClient options) => options.CreateResponse(new CreateResponseOptions("model", []));
                void Raw(ResponsesClient raw) => raw.CreateResponse(BinaryContent.Create(BinaryData.FromString("{}")));
                object Format(CreateResponseOptions o) => o.TextOptions.TextFormat;
                object Input(CreateResponseOptions o) => o.InputItems;
                object Instructions(CreateResponseOptions o) => o.Instructions;
            }
            """
        );
        Assert.True(lookup.OfCall<ModelCallFact>("text.CreateResponse") is { Prompt: ["userInputText"], Options: [] });
        Assert.True(lookup.OfCall<ModelCallFact>("items.CreateResponseAsync") is { Prompt: ["inputItems"], Options: [] });
        Assert.True(
            lookup.OfCall<ModelCallFact>("options.CreateResponse") is { Prompt: ["options"], Options: ["options"], Protocol: false }
        );
        Assert.True(lookup.OfCall<ModelCallFact>("raw.CreateResponse") is { Prompt: ["content"], Options: [], Protocol: true });
        Assert.Equal("TextFormat", lookup.OfProperty<ResponseFormatFact>("o.TextOptions")!.HoldsFormatIn);
        Assert.Null(lookup.OfProperty<ResponseFormatFact>("o.TextOptions.TextFormat")!.HoldsFormatIn);
        Assert.True(lookup.OfProperty<PromptPartFact>("o.InputItems") is { Role: null, Content: [] });
        Assert.True(lookup.OfProperty<PromptPartFact>("o.Instructions") is { Role: PromptRole.System, Content: [] });
        Assert.Equal(["inputItems"], lookup.OfNew<PromptPartFact>("CreateResponseOptions")!.Content);
    }

    [Fact]
    public void Responses_under_their_older_names()
    {
        var lookup = new SdkLookup(
            """
            using OpenAI.Responses;
            class C
            {
                void Text(OpenAIResponseClient text) => text.CreateResponse("hi", new ResponseCreationOptions());
                object Format(ResponseCreationOptions o) => o.TextOptions;
            }
            """,
            DocumentedSdks.References
        );
        Assert.True(lookup.OfCall<ModelCallFact>("text.CreateResponse") is { Prompt: ["userInputText"], Options: ["options"] });
        Assert.Equal("TextFormat", lookup.OfProperty<ResponseFormatFact>("o.TextOptions")!.HoldsFormatIn);
    }

    [Fact]
    public void Messages_and_their_roles()
    {
        var lookup = new SdkLookup(
            """
            using OpenAI.Chat;
            class C
            {
                void M()
                {
                    ChatMessage implied = "hi";
                    ChatMessageContentPart part = "hi";
                    _ = new SystemChatMessage("hi");
                    _ = new DeveloperChatMessage([part]);
                    _ = new ToolChatMessage("id", "hi");
                    ChatMessage.CreateAssistantMessage("hi");
                }
            }
            """
        );
        Assert.True(lookup.OfConversion<PromptPartFact>("implied") is { Role: PromptRole.User, Content: ["content"] });
        Assert.Equal(["text"], lookup.OfConversion<PassFact>("part")!.From);
        Assert.True(lookup.OfNew<PromptPartFact>("SystemChatMessage") is { Role: PromptRole.System, Content: ["content"] });
        Assert.True(lookup.OfNew<PromptPartFact>("DeveloperChatMessage") is { Role: PromptRole.System, Content: ["contentParts"] });
        Assert.True(lookup.OfNew<PromptPartFact>("ToolChatMessage") is { Role: PromptRole.Tool, Content: ["content"] });
        Assert.True(
            lookup.OfCall<PromptPartFact>("ChatMessage.CreateAssistantMessage") is { Role: PromptRole.Assistant, AppendsToReceiver: false }
        );
    }

    [Fact]
    public void Messages_whose_role_is_a_value()
    {
        var lookup = new SdkLookup(
            """
            using Microsoft.Extensions.AI;
            using Microsoft.SemanticKernel.ChatCompletion;
            class C
            {
                void M(ChatHistory history)
                {
                    _ = new ChatMessage(ChatRole.System, "hi");
                    _ = new ChatMessage();
                    history.AddMessage(AuthorRole.Developer, "hi");
                    history.AddUserMessage("hi");
                    history.Add(new());
                    _ = new ChatHistory("be brief");
                }
                object N() => new ChatMessage(ChatRole.User, [new TextContent("hi")]);
            }
            """
        );
        Assert.True(lookup.OfNew<PromptPartFact>("ChatMessage") is { Role: null, RoleParameter: "role", Content: ["contents"] });
        Assert.Equal(["contents"], lookup.OfNew<PassFact>("ChatMessage")!.From);
        Assert.Equal(["text"], lookup.OfNew<PassFact>("TextContent")!.From);
        Assert.Equal(PromptRole.System, lookup.OfProperty<RoleValueFact>("ChatRole.System")!.Role);
        Assert.Equal(PromptRole.System, lookup.OfProperty<RoleValueFact>("AuthorRole.Developer")!.Role);
        Assert.True(
            lookup.OfCall<PromptPartFact>("history.AddMessage")
                is { RoleParameter: "authorRole", Content: ["content"], AppendsToReceiver: true }
        );
        Assert.True(lookup.OfCall<PromptPartFact>("history.AddUserMessage") is { Role: PromptRole.User, AppendsToReceiver: true });
        Assert.True(
            lookup.OfCall<PromptPartFact>("history.Add") is { Role: null, RoleParameter: null, Content: ["item"], AppendsToReceiver: true }
        );
        Assert.True(
            lookup.OfNew<PromptPartFact>("ChatHistory") is { Role: PromptRole.System, Content: ["systemMessage"], AppendsToReceiver: false }
        );
    }

    [Fact]
    public void A_message_made_without_text_says_nothing()
    {
        var lookup = new SdkLookup("class C { object M() => new Microsoft.Extensions.AI.ChatMessage(); }");
        Assert.Null(lookup.OfNew<SdkFact>("Microsoft.Extensions.AI.ChatMessage"));
    }

    [Fact]
    public void Fine_tuning()
    {
        var lookup = new SdkLookup(
            """
            using System.ClientModel;
            using OpenAI.Files;
            using OpenAI.FineTuning;
            class C
            {
                void M(FineTuningClient typed, FineTuningClient raw, OpenAIFileClient stream, OpenAIFileClient path, OpenAIFileClient body)
                {
                    typed.FineTune("gpt", "file", true);
                    raw.FineTuneAsync(BinaryContent.Create(BinaryData.FromString("{}")), true, null!);
                    stream.UploadFile(Stream.Null, "a.jsonl", FileUploadPurpose.FineTune);
                    path.UploadFileAsync("a.jsonl", FileUploadPurpose.Assistants);
                    body.UploadFile(BinaryContent.Create(BinaryData.FromString("{}")), "text/plain");
                }
            }
            """
        );
        Assert.True(
            lookup.OfCall<FineTuningJobFact>("typed.FineTune") is { TrainingFile: "trainingFileId", Options: "options", Body: null }
        );
        Assert.True(lookup.OfCall<FineTuningJobFact>("raw.FineTuneAsync") is { TrainingFile: null, Options: null, Body: "content" });
        Assert.True(lookup.OfCall<FileUploadFact>("stream.UploadFile") is { Content: ["file"], Path: ["filename"], Purpose: "purpose" });
        Assert.True(lookup.OfCall<FileUploadFact>("path.UploadFileAsync") is { Content: [], Path: ["filePath"], Purpose: "purpose" });
        Assert.Null(lookup.OfCall<SdkFact>("body.UploadFile"));
        Assert.NotNull(lookup.OfProperty<FineTunePurposeFact>("FileUploadPurpose.FineTune"));
        Assert.Null(lookup.OfProperty<SdkFact>("FileUploadPurpose.Assistants"));
    }

    [Fact]
    public void Fine_tuning_before_it_was_typed()
    {
        var lookup = new SdkLookup(
            """
            using System.ClientModel;
            using OpenAI.FineTuning;
            class C
            {
                void M(FineTuningClient raw) => raw.CreateFineTuningJob(BinaryContent.Create(BinaryData.FromString("{}")), true);
            }
            """,
            ReferenceSets.OpenAI21
        );
        Assert.Equal("content", lookup.OfCall<FineTuningJobFact>("raw.CreateFineTuningJob")!.Body);
    }

    [Fact]
    public void Parsers()
    {
        var lookup = new SdkLookup(
            """
            using System.Text.Json;
            using Newtonsoft.Json;
            using YamlDotNet.Serialization;
            using JsonSerializer = System.Text.Json.JsonSerializer;
            class C
            {
                void M(string text, JsonElement element, IDeserializer yaml, Deserializer own)
                {
                    JsonSerializer.Deserialize<int>(text);
                    element.Deserialize(typeof(int));
                    JsonConvert.DeserializeObject(text, typeof(int));
                    yaml.Deserialize<int>(text);
                    own.Deserialize(text, typeof(int));
                    System.Xml.Linq.XDocument.Load("address");
                    JsonSerializer.Serialize(text);
                }
            }
            """
        );
        Assert.True(lookup.OfCall<ParseFact>("JsonSerializer.Deserialize") is { Input: ["json"], TargetParameter: null });
        Assert.True(lookup.OfCall<ParseFact>("element.Deserialize") is { Input: ["element"], TargetParameter: "returnType" });
        Assert.True(lookup.OfCall<ParseFact>("JsonConvert.DeserializeObject") is { Input: ["value"], TargetParameter: "type" });
        Assert.True(lookup.OfCall<ParseFact>("yaml.Deserialize") is { Input: ["input"], TargetParameter: null });
        Assert.True(lookup.OfCall<ParseFact>("own.Deserialize") is { Input: ["input"], TargetParameter: "type" });
        Assert.Null(lookup.OfCall<SdkFact>("System.Xml.Linq.XDocument.Load"));
        Assert.Null(lookup.OfCall<ParseFact>("JsonSerializer.Serialize"));
        Assert.NotNull(lookup.OfCall<JsonTextFact>("JsonSerializer.Serialize"));
    }

    [Fact]
    public void Reading_an_answer_is_passing_it_on_and_its_particulars_are_not()
    {
        var lookup = new SdkLookup(
            """
            using System.ClientModel;
            using OpenAI.Chat;
            class C
            {
                void M(ClientResult<ChatCompletion> result)
                {
                    ChatCompletion completion = result;
                    _ = result.Value;
                    _ = completion.Content;
                    _ = completion.Usage;
                    _ = result.GetRawResponse();
                }
            }
            """
        );
        Assert.Equal(["this"], lookup.OfProperty<PassFact>("result.Value")!.From);
        Assert.Equal(["result"], lookup.OfConversion<PassFact>("completion")!.From);
        Assert.NotNull(lookup.OfProperty<PassFact>("completion.Content"));
        Assert.Null(lookup.OfProperty<SdkFact>("completion.Usage"));
        Assert.Null(lookup.OfCall<SdkFact>("result.GetRawResponse"));
    }
}
