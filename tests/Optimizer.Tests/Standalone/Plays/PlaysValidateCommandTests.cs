using System.Text.Json;
using Optimizer.Testing;
using Optimizer.Tests.Standalone.Commands;
using Optimizer.Tests.Workflows.Definitions;

namespace Optimizer.Tests.Standalone.Plays;

public class PlaysValidateCommandTests
{
    [Fact]
    public void Validate_Samples_AreAllRight()
    {
        var ran = Ran.Of("plays", "validate", Repository.File("samples", "plays"));

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("onboarding-checklist", ran.Output, StringComparison.Ordinal);
        Assert.Contains("8 plays are right.", ran.Output, StringComparison.Ordinal);
    }

    [SharedFact]
    public void Validate_EveryRealDefinition_IsRight()
    {
        var ran = Ran.Of("plays", "validate", SharedFolder.File("plays", "definitions"), "--json");

        Assert.Equal(181, ran.Json.GetProperty("plays").GetArrayLength());
        Assert.Equal(0, ran.Json.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public void Validate_OneBadAmongGood_SaysOneLineAProblemAndShowsTheGood()
    {
        using var folder = new PlaysFolder();
        var good = folder.Write("good.yaml", Written.Whole);
        var bad = folder.Write("bad.yml", Written.With("role: primary", "role: hero").Replace("trial-nurture", "other", StringComparison.Ordinal).Replace("at: \"08:30\"", "at: late", StringComparison.Ordinal));
        folder.Write("policy.yaml", "not: a play");
        folder.Write("notes.txt", "not a play");

        var ran = Ran.Of("plays", "validate", folder.Path);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("trial-nurture", ran.Output, StringComparison.Ordinal);
        var lines = ran.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{bad}:{Written.LineOf("role: hero", File.ReadAllText(bad))}: kpis[0].role: is 'hero'; must be primary", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{bad}:{Written.LineOf("at: late", File.ReadAllText(bad))}: monitor.at: ", lines[1], StringComparison.Ordinal);
        Assert.Equal(0, Ran.Of("plays", "validate", good).ExitCode);
    }

    [Fact]
    public void Validate_Json_HoldsPlaysAndProblemsAndTheExitCode()
    {
        using var folder = new PlaysFolder();
        var file = folder.Write("two.yaml", $"{Written.Whole}\n---\nslug: x\n");

        var ran = Ran.Of("plays", "validate", file, "--json");

        Assert.Equal((2, ""), (ran.ExitCode, ran.Error));
        using var document = JsonDocument.Parse(ran.Output);
        Assert.Equal("trial-nurture", Assert.Single(document.RootElement.GetProperty("plays").EnumerateArray().ToList()).GetProperty("slug").GetString());
        var problem = document.RootElement.GetProperty("problems").EnumerateArray().First();
        Assert.Equal(file, problem.GetProperty("file").GetString());
        Assert.Equal(Written.LineOf("slug: x", File.ReadAllText(file)), problem.GetProperty("line").GetInt32());
        Assert.Equal("apiVersion", problem.GetProperty("field").GetString());
    }

    [Fact]
    public void Validate_OneSlugInTwoFiles_IsAProblemOfTheSecond()
    {
        using var folder = new PlaysFolder();
        var first = folder.Write("a.yaml", Written.Whole);
        var second = folder.Write("deep/b.yaml", Written.Whole);

        var ran = Ran.Of("plays", "validate", folder.Path);

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal($"{second}:1: slug: is 'trial-nurture', as of {first}:1; each play must have another{Environment.NewLine}", ran.Error);
    }

    [Fact]
    public void Validate_FileGivenTwice_IsReadOnce()
    {
        using var folder = new PlaysFolder();
        var file = folder.Write("a.yaml", Written.Whole);

        Assert.Equal((0, ""), (Ran.Of("plays", "validate", file, file).ExitCode, Ran.Of("plays", "validate", file, folder.Path).Error));
    }

    [Fact]
    public void Validate_BytesThatAreNoText_AreOneProblem()
    {
        using var folder = new PlaysFolder();
        var file = folder.Write("a.json", [0x7B, 0xFF, 0xC0, 0x7D]);

        Assert.Equal($"{file}:1: is not text in UTF-8; save it as UTF-8", Ran.Of("plays", "validate", file).Refusal());
    }

    [Fact]
    public void Validate_NothingThere_IsRefusedInOneLine()
    {
        using var folder = new PlaysFolder();

        Assert.EndsWith("there is no such file or folder", Ran.Of("plays", "validate", Path.Combine(folder.Path, "nowhere")).Refusal(), StringComparison.Ordinal);
        Assert.EndsWith("holds no .yaml, .yml or .json file", Ran.Of("plays", "validate", folder.Path).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_TextThatWouldSteerTheTerminal_IsShownHarmless()
    {
        using var folder = new PlaysFolder();
        var file = folder.Write("a.yaml", Written.With("role: primary", "role: \"[red]\\e[2Jx\\n\""));

        var line = Ran.Of("plays", "validate", file).Refusal();

        Assert.Contains("is '[red]\\u001b[2Jx\\n'; must be primary", line, StringComparison.Ordinal);
    }
}
