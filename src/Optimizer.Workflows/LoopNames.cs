using Optimizer.Domain.Proposals;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Proposals;

namespace Optimizer.Workflows;

/// <summary>Names and ids of the loop's workflows: what hosts start, signal and query.</summary>
public static class LoopNames
{
    public const string PlayName = "Play";

    public const string ExperimentName = "Experiment";

    public const string ApprovalName = "Approval";

    public const string ProposalName = "Proposal";

    public static Workflow<PlayState, None> Play { get; } = new(PlayName);

    public static Workflow<ExperimentState, None> Experiment { get; } = new(ExperimentName);

    public static Workflow<ApprovalQuestion, ApprovalEnd> Approval { get; } = new(ApprovalName);

    public static Workflow<Proposal, ProposalEnd> Proposal { get; } = new(ProposalName);

    public static Signal<PlayNews> PlayNews { get; } = new("play-news");

    public static Signal<ExperimentNews> ExperimentNews { get; } = new("experiment-news");

    public static Signal<ApprovalNews> ApprovalNews { get; } = new("approval-news");

    public static Signal<ProposalNews> ProposalNews { get; } = new("proposal-news");

    /// <summary>The one clock of the weekly reports.</summary>
    public const string ReportClockId = "report-clock";

    public static string PlayId(string slug) => $"play-{slug}";

    public static string ExperimentId(string experiment) => $"experiment-{experiment}";

    public static string ApprovalId(string approval) => $"approval-{approval}";

    public static string ProposalId(string proposal) => $"proposal-{proposal}";
}
