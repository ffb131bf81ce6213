using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads a whole play; what every field may be is the play-definition schema, apiVersion 1.</summary>
internal static class PlayReader
{
    // With "play-" before it, a slug is an instance id; with folders and an ending, a file's name.
    private const int LongestSlug = 100;
    private const int LongestHorizonMonths = 120;

    // The name under which the policy is stored beside the plays.
    private const string Reserved = "policy";
    private const string SlugForm = "at most 100 lower case letters, digits and hyphens, such as trial-nurture, and not 'policy'";

    /// <summary>The play, or null when the problems say why not.</summary>
    public static Play? Read(Node node, ProblemList problems)
    {
        var place = new Place(node, node.Line, "", problems);
        if (place.Fields(
            "apiVersion", "slug", "name", "stage", "motion", "channels", "horizonMonths", "cycle", "segments", "kpis", "monitor", "variables",
            "experiment", "limits", "approvals", "guardrails", "convergence", "report", "cost") is not { } fields)
        {
            return null;
        }

        fields.Need("apiVersion", "1").Number(1, 1, "1, the only version there is");
        var cycle = CycleReader.Read(fields.May("cycle"));
        var variables = VariableReader.Read(fields.May("variables"));
        var play = new Play
        {
            Slug = fields.Need("slug", SlugForm).Name(IsSlug, SlugForm) ?? "",
            Name = fields.Need("name", "what people call the play").Text() ?? "",
            Stage = fields.May("stage").Text(),
            Motion = fields.May("motion").Text(),
            Channels = fields.Need("channels", "at least one, such as [Email]").Items(item => item.Text(), 1) ?? [],
            HorizonMonths = fields.May("horizonMonths").Whole(1, LongestHorizonMonths) ?? 6,
            Cycle = cycle,
            Segments = SegmentsReader.Read(fields.May("segments")),
            Kpis = KpiReader.Read(fields.Need("kpis", "at least one KPI with role: primary")),
            Monitor = MonitorReader.Read(fields.Need("monitor", "at least a cadence, such as {cadence: [daily]}"), cycle),
            Variables = variables,
            Experiment = ExperimentReader.Read(fields.Need("experiment", "how experiments are run; {} takes every default"), cycle),
            Limits = LimitsReader.Read(fields.Need("limits", "maxActive, maxPer and cooldown"), cycle),
            Approvals = ApprovalReader.Read(fields.May("approvals"), variables),
            Guardrails = RuleReader.Read(fields.May("guardrails"), cycle),
            Convergence = ConvergenceReader.Read(fields.Need("convergence", "maxLiftPercent and consecutive, such as 2 and 3"), cycle),
            Report = ReportReader.Read(fields.Need("report", "at least a cadence, such as {cadence: [weekly]}")),
            MonthlyUsd = CostReader.Read(fields.May("cost")),
        };
        return problems.IsEmpty ? play : null;
    }

    private static bool IsSlug(string slug) =>
        slug.Length <= LongestSlug && slug != Reserved && slug.Any(char.IsAsciiLetterOrDigit)
        && slug.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-');
}
