using Optimizer.Workflows.Reports.Activities;

namespace Optimizer.Workflows.Reports;

/// <summary>
/// Sleeps to the weekly moment, runs that week's report, and begins anew. After a time when nothing ran, every missed week
/// is reported, in order: the moments follow one another from the last one served, not from now.
/// </summary>
public static class ReportClockWorkflow
{
    /// <summary>There is one.</summary>
    public const string InstanceId = "report-clock";

    public const string Name = "report-clock";

    public static Workflow<ReportClockState, None> Handle { get; } = new(Name);

    public static async Task<None> RunAsync(IWorkflowContext context, ReportClockState state)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(state);

        // The zone's rules are the machine's and may be updated: asked for in an activity, the moment is in the history.
        var week = await context.CallAsync(NextReport.Handle, new(state.Schedule, state.Last ?? context.UtcNow));
        context.SetStatus(new ReportClockStatus(week.Name, week.Due, state.Problem));
        await context.SleepAsync(week.Due);
        string? problem = null;
        try
        {
            await context.RunAsync(WeeklyReportWorkflow.Handle, WeeklyReportWorkflow.IdOf(week.Name), week);
        }
        catch (StepFailedException fault)
        {
            problem = $"{week.Name}: {fault.Message}";
        }

        context.ContinueAsNew(state with { Last = week.Due, Problem = problem });
        return None.Value;
    }
}
