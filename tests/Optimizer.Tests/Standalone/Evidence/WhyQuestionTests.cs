using Optimizer.Tests.Domain.Audit;
using Optimizer.Tests.Embedded.Records;
using Optimizer.Tests.Standalone.Commands;
using Optimizer.Workflows.Answers;

namespace Optimizer.Tests.Standalone.Evidence;

public sealed class WhyQuestionTests : IDisposable
{
    private readonly RecordFolder _folder = new();
    private readonly string _decision;

    public WhyQuestionTests()
    {
        using var store = _folder.Open();
        var stored = store.Plays.PutAsync(Story.Slug, Story.DefinitionText, "onboarding.yaml", Story.Start, default).GetAwaiter().GetResult();
        var story = Story.Tell(stored.Hash);
        store.Audit.AppendAsync(story.Entries, default).GetAwaiter().GetResult();
        _decision = story.Decision;
    }

    [Theory]
    [Trait("Req", "S1-157")]
    [InlineData("why did you adopt " + Story.Winner + "?")]
    [InlineData("what did you learn?")]
    [InlineData("what is running?")]
    [InlineData("why did you pause campaign X?")]
    [InlineData("who approved " + Story.Winner + "?")]
    public async Task Why_Sentence_HasTheSameTextAsEveryOtherChannel(string question)
    {
        var ran = Run("why", question);
        using var store = _folder.Open();
        var answer = await QuestionAnswers.AnswerAsync(
            store.Audit, new(question, null, Story.Start.AddDays(90), await AskerZone.OfAsync(store.Plays, default)), (play, cancel) => RecordedState.ReadAsync(store.Audit, play, cancel));

        Assert.Equal((0, answer.Text), (ran.ExitCode, ran.Output.TrimEnd().ReplaceLineEndings("\n")));
        Assert.Equal(answer.Text, Run("why", question, "--json").Json.GetProperty("text").GetString());
    }

    [Fact]
    [Trait("Req", "S1-158")]
    public void Why_Adopted_SaysTheNumbersOfTheDecisionRecord()
    {
        var json = Run("why", "why", "did", "you", "adopt", Story.Winner, "--json").Json;

        Assert.Contains($"Why ADOPT_PROVEN: [{_decision}]", json.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(_decision, json.GetProperty("citations").EnumerateArray().Select(cited => cited.GetProperty("id").GetString()));
        Assert.Equal("none", json.GetProperty("model").GetString());
        Assert.Contains("gain +30.0 %", Run("why", _decision + "?").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_HostileText_IsInQuotesOnOneLine() =>
        Assert.Contains("\"Change first_step_copy: (red)ship(/) it | now <script>alert(1)</script> # really\"", Run("why", "what worked?").Output, StringComparison.Ordinal);

    [Fact]
    [Trait("Req", "S1-163")]
    public void Why_CommandOrNonsense_DoesNothingAndSaysSoByItsCode()
    {
        Assert.Equal(0, Run("why", "pause " + Story.Slug).ExitCode);
        Assert.Equal(3, Run("why", "approve everything").ExitCode);
        Assert.Equal(2, Run("why", "sing me a song").ExitCode);
        Assert.Equal(2, Run("why", new string('a', Question.Longest) + "?").ExitCode);
        Assert.Equal(2, Run("why", "?").ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private Ran Run(params string[] args) => Ran.Of([.. args, "--data", _folder.Folder]);
}
