using System.Text.Json;
using System.Xml.Linq;

namespace RagAnalyzers.PackageTests;

public sealed class InstallTests(PackedPackage package)
{
    [Fact]
    public async Task Adding_the_package_makes_it_a_private_asset()
    {
        var consumer = package.CreateConsumer("install");
        consumer.AddProject("Answers", Sources.LookAlike, [], withPackage: false);

        var (exitCode, output) = await consumer.RunAsync("add", "Answers", "package", "RagAnalyzers", "--version", PackedPackage.Version);

        Assert.True(exitCode == 0, output);
        var reference = XDocument
            .Parse(consumer.ReadFile("Answers/Answers.csproj"))
            .Descendants("PackageReference")
            .Single(reference => (string?)reference.Attribute("Include") == "RagAnalyzers");
        Assert.Equal("all", reference.Element("PrivateAssets")?.Value);
    }

    [Fact]
    public async Task It_does_not_reach_the_projects_that_reference_its_user()
    {
        var consumer = package.CreateConsumer("transitive");
        consumer.AddProject("Library", Sources.Answers, Sources.Sdks);
        consumer.AddProject(
            "Application",
            Sources.Answers,
            Sources.Sdks,
            items: """<ProjectReference Include="../Library/Library.csproj" />""",
            // The same source in both, so the library's types are hidden on purpose.
            properties: "<NoWarn>$(NoWarn);CS0436</NoWarn>",
            withPackage: false
        );

        var (exitCode, findings, output) = await consumer.BuildAsync("Application");

        Assert.True(exitCode == 0, output);
        Assert.Equal(Sources.Expected("Library.cs", Sources.Answers), findings);
        using var assets = JsonDocument.Parse(consumer.ReadFile("Application/obj/project.assets.json"));
        Assert.DoesNotContain(
            assets.RootElement.GetProperty("libraries").EnumerateObject(),
            library => library.Name.StartsWith("RagAnalyzers/")
        );
    }
}
