using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports.Activities;

namespace Optimizer.Workflows.Reports;

/// <summary>Everything that reports need, registered in one call.</summary>
public static class ReportLoop
{
    public static WorkflowRegistry Register(WorkflowRegistry registry, World world) => Register(registry, world, Read);

    /// <param name="registry">Where to.</param>
    /// <param name="world">What is outside.</param>
    /// <param name="read">Reads a stored definition; the play, or what is wrong with it.</param>
    internal static WorkflowRegistry Register(WorkflowRegistry registry, World world, Func<StoredText, (Play? Play, string? Problem)> read)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(world);
        return registry
            .Add(ReportClockWorkflow.Handle, ReportClockWorkflow.RunAsync)
            .Add(WeeklyReportWorkflow.Handle, WeeklyReportWorkflow.RunAsync)
            .Add(WeeklyReportWorkflow.Part, WeeklyReportWorkflow.RunPartAsync)
            .Add(NextReport.Handle, (_, asked) => Task.FromResult(NextReport.Of(asked)))
            .Add(ReportedPlays.Handle, (context, _) => ReportedPlays.RunAsync(world, context))
            .Add(WriteBrief.Handle, (context, order) => WriteBrief.RunAsync(world, read, context, order))
            .Add(WritePortfolio.Handle, (context, order) => WritePortfolio.RunAsync(world, context, order))
            .Add(DeliverBriefs.Handle, (context, order) => DeliverBriefs.RunAsync(world, context, order));
    }

    private static (Play? Play, string? Problem) Read(StoredText text)
    {
        var file = PlayFile.Read(text.Text, text.File);
        var play = file.Plays.Select(document => document.Play).FirstOrDefault(play => play.Slug == text.Name);
        return (play, play is not null ? null : file.Problems is [var first, ..] ? first.ToString() : $"{text.File} holds no play '{text.Name}'");
    }
}
