using System.Text.Json;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Policies;
using Optimizer.Embedded.Records;
using Optimizer.Tests.Connectors.Files;
using Optimizer.Tests.Domain.Guardrails;
using Optimizer.Tests.Domain.Policies;
using Optimizer.Tests.Standalone.Commands;

namespace Optimizer.Tests.Standalone.Policies;

public class PolicyCommandTests
{
    private const string Policy = """
        version: 2
        set:
          play.max_starts: 2
        scopes:
          - play: onboarding
            set:
              play.max_starts: 3
              approval.class.copy: ceo
        """;

    [Fact]
    public void Explain_PlayOfAPolicy_NamesScopeLineAndWhatLost()
    {
        using var file = new WrittenFile(Policy, ".yaml");
        var value = Ran.Of("policy", "explain", "--policy", file.Path, "--play", "onboarding", "play.max_starts", "--data", Nowhere, "--json")
            .Json.GetProperty("values")[0];

        Assert.Equal(("2", "org", $"{file.Path}:3"), (Text(value, "value"), Text(value, "scope"), Text(value, "place")));
        Assert.Equal($"play onboarding ({file.Path}:7): 3, looser", value.GetProperty("overruled")[0].GetString());
    }

    [Fact]
    public void Explain_Page_ShowsEveryGroup()
    {
        using var file = new WrittenFile(Policy, ".yaml");
        var ran = Ran.Of("policy", "explain", "--policy", file.Path, "--play", "onboarding", "--data", Nowhere);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.All(new[] { "caps:", "stop rules:", "gates:", "approvals:", "preferences:", "goals:", "play.max_starts", "looser" }, word => Assert.Contains(word, ran.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Explain_WithoutAnything_IsTheBuiltInDefaults() =>
        Assert.Equal("defaults", Text(Ran.Of("policy", "explain", "--data", Nowhere, "--json").Json, "policy"));

    [Fact]
    public void Explain_UnknownKey_NamesTheNearest() =>
        Assert.Contains("did you mean play.max_starts?", Ran.Of("policy", "explain", "play.max_start", "--data", Nowhere).Refusal(), StringComparison.Ordinal);

    [Fact]
    public void Explain_UnknownPlay_IsNotFound() => Assert.Equal(5, Ran.Of("policy", "explain", "--play", "nobody", "--data", Nowhere).ExitCode);

    [Fact]
    public void Explain_UntrustedNames_AreShownHarmless()
    {
        using var file = new WrittenFile("version: 1\nscopes:\n  - site: \"[red]shop[/]\"\n    plays: [onboarding]\n    set: {site.max_active: 2}\n", ".yaml");
        var ran = Ran.Of("policy", "explain", "--policy", file.Path, "--play", "onboarding", "--data", Nowhere);

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("[red]shop[/]", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version: 1", 0)]
    [InlineData("version: 1\nset: {experiment.futility_day: 3}", 0)]
    [InlineData("version: 1\nset: {goal.active: 9}", 6)]
    public void Lint_Findings_GiveTheExitCode(string text, int code)
    {
        using var file = new WrittenFile(text, ".yaml");
        var ran = Ran.Of("policy", "lint", file.Path, "--data", Nowhere);

        Assert.Equal((code, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(text == "version: 1", ran.Output.Contains("sound", StringComparison.Ordinal));
    }

    [Fact]
    public void Lint_FileThatDoesNotRead_SaysLineAndField()
    {
        using var file = new WrittenFile("version: 1\nset:\n  play.max_starts: 999", ".yaml");

        Assert.StartsWith($"{file.Path}:3: set.play.max_starts: is '999'", Ran.Of("policy", "lint", file.Path, "--data", Nowhere).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lint_NoSuchFile_IsRefused() => Assert.Contains("cannot be read", Ran.Of("policy", "lint", Path.Combine(Nowhere, "p.yaml"), "--data", Nowhere).Refusal(), StringComparison.Ordinal);

    [Fact]
    public async Task Simulate_RecordedRulings_ListsWhatChanges()
    {
        var data = Directory.CreateTempSubdirectory();
        try
        {
            await RecordAsync(data.FullName);
            using var file = new WrittenFile(Policy, ".yaml");
            var json = Ran.Of("policy", "simulate", "--policy", file.Path, "--data", data.FullName, "--json").Json;
            var page = Ran.Of("policy", "simulate", "--policy", file.Path, "--data", data.FullName);

            Assert.Equal((2, 1), (json.GetProperty("rulings").GetInt32(), json.GetProperty("changed").GetInt32()));
            Assert.Equal(("r1", "ask", "ceo"), (Text(json.GetProperty("changes")[0], "ruling"), Text(json.GetProperty("changes")[0].GetProperty("now"), "kind"), Text(json.GetProperty("changes")[0].GetProperty("now"), "seat")));
            Assert.Contains("asked instead of allowed", page.Output, StringComparison.Ordinal);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public void Simulate_NoRecords_IsNotFound()
    {
        using var file = new WrittenFile(Policy, ".yaml");

        Assert.Equal(5, Ran.Of("policy", "simulate", "--policy", file.Path, "--data", Nowhere).ExitCode);
    }

    private static string Nowhere => Path.Combine(Path.GetTempPath(), "optimizer-no-such-directory");

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task RecordAsync(string directory)
    {
        using var store = RecordStore.Open(Path.Combine(directory, RecordOptions.FileName), new RecordOptions());
        var policy = PolicyBook.Defaults.For(Books.Plain);
        ProposedAction[] actions = [Case.Start, Case.Of(ActionKind.RestoreControl)];
        await store.Audit.AppendAsync(
            [.. actions.Select((action, i) => new Optimizer.Workflows.Ports.KeyedEntry($"k{i}", new AuditEntry
            {
                At = Case.Now,
                Play = Case.Play,
                Actor = "policy",
                Cause = "c",
                Event = new RulingGiven($"r{i + 1}", action, ActionHistory.Empty, Autonomy.Full, policy.Version, PolicyRule.Rule(action, ActionHistory.Empty, Autonomy.Full, policy)),
            }))],
            CancellationToken.None);
    }
}
