using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;
using Optimizer.Embedded.Records;
using Optimizer.Workflows.Plays.Activities;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Workflows.Plays;

[Trait("Req", "S0-057")]
public sealed class BudgetMovesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly RecordStore _records = RecordStore.Open(null, new());

    public void Dispose() => _records.Dispose();

    [Fact]
    public async Task LastDay_OfOneDay_AddsUpWhatTheOthersOfThePlayChanged()
    {
        await StartedAsync("ads", "ads-1", Now.AddHours(-24).AddTicks(-1), 0.5);
        await StartedAsync("ads", "ads-2", Now.AddHours(-24), 0.1);
        await StartedAsync("ads", "ads-3", Now.AddHours(-1), 0.05);
        await StartedAsync("ads", "ads-4", Now.AddHours(-1), null);
        await StartedAsync("ads", "ads-5", Now.AddMinutes(-1), 0.2);
        await StartedAsync("mail", "mail-1", Now.AddHours(-1), 0.2);

        Assert.Equal(0.15, await BudgetMoves.LastDayAsync(_records.Audit, "ads", "ads-5", Now, default), 12);
    }

    private Task<Optimizer.Domain.Audit.AuditRecord> StartedAsync(string play, string experiment, DateTimeOffset at, double? budget) => _records.Audit.AppendAsync($"{experiment}/started", new()
    {
        Actor = "loop",
        At = at,
        Cause = "c",
        Event = new ExperimentStarted(Of(experiment, budget), at, 28, "better", ["control", "variant"], [0.5, 0.5], null, []),
        Experiment = experiment,
        Play = play,
    }, default);

    private static Hypothesis Of(string experiment, double? budget) => new()
    {
        BudgetChange = budget,
        Change = "more for the best campaign",
        Class = ChangeClass.Budget,
        ExpectedImpact = 0.05,
        Id = $"{experiment}-h1",
        Rank = 1,
        Rationale = "it converts",
        Risk = RiskLevel.Low,
        Setting = new("budget", "100"),
        Variable = "budget",
    };
}
