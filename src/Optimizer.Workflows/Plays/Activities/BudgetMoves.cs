using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>What a play did to budgets lately: many small steps are one large one (S0-057).</summary>
internal static class BudgetMoves
{
    private static readonly string[] Kinds = [AuditKinds.Of<ExperimentStarted>()];

    /// <summary>Relative changes that the play's other experiments put in force in the 24 hours before a moment, added up.</summary>
    public static async Task<double> LastDayAsync(IAuditTrail trail, string play, string experiment, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var sum = 0.0;
        await foreach (var record in trail.ReadAsync(new() { Kinds = Kinds, Play = play, Since = at.AddHours(-24), Until = at }, cancellationToken))
        {
            if (record.Entry.Experiment != experiment && record.Entry.Event is ExperimentStarted { Hypothesis.BudgetChange: { } change })
            {
                sum += change;
            }
        }

        return sum;
    }
}
