namespace Optimizer.Workflows;

/// <summary>Names of the activities, as histories keep them: never rename one that has run. Constants, because a host may need them in attributes.</summary>
public static class ActivityNames
{
    public const string ApprovalCancel = "approval-cancel";

    public const string ApprovalOpen = "approval-open";

    public const string ApprovalTell = "approval-tell";

    public const string ExperimentLook = "experiment-look";

    public const string ExperimentPrepare = "experiment-prepare";

    public const string ExperimentRule = "experiment-rule";

    public const string ExperimentSettle = "experiment-settle";

    public const string ExperimentShift = "experiment-shift";

    public const string ExperimentWatch = "experiment-watch";

    public const string PlayConclude = "play-conclude";

    public const string PlayDiagnose = "play-diagnose";

    public const string PlayLaunch = "play-launch";

    public const string Record = "record";

    public const string PlayRule = "play-rule";

    public const string PlayStopExperiment = "play-stop-experiment";

    public const string PlayTick = "play-tick";

    public const string ProposalCarryOut = "proposal-carry-out";

    public const string ProposalRule = "proposal-rule";

    public const string ReportBrief = "report-brief";

    public const string ReportDeliver = "report-deliver";

    public const string ReportNext = "report-next";

    public const string ReportPlays = "report-plays";

    public const string ReportPortfolio = "report-portfolio";
}
