using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads how experiments are run.</summary>
internal static class ExperimentReader
{
    private const string ConfidenceForm = "a share from 0 to 1, such as 0.95 for 95 %";
    private static readonly WordList<AssignmentKind> Assignments = WordList.Named<AssignmentKind>();

    public static ExperimentPlan Read(Place place, Cycle? cycle)
    {
        var usual = new ExperimentPlan();
        if (place.Fields(
            "assignment", "unit", "minDuration", "maxDuration", "minSamplesPerVariant", "adopt", "maxSecondaryDegradationPercent", "revertWhen")
            is not { } fields)
        {
            return usual;
        }

        var adopt = fields.May("adopt").Fields("minLift", "liftUnit", "minConfidence");
        var (least, most) = (fields.May("minDuration").Span(cycle) ?? usual.MinDuration, fields.May("maxDuration").Span(cycle));
        if (most is not null && most.Days(cycle) < least.Days(cycle))
        {
            fields.May("maxDuration").Refuse($"is {most.Days(cycle)} days; must be at least minDuration, which is {least.Days(cycle)} days");
        }

        return new()
        {
            Assignment = fields.May("assignment").Word(Assignments) ?? usual.Assignment,
            Unit = fields.May("unit").Text() ?? usual.Unit,
            MinDuration = least,
            MaxDuration = most,
            MinSamplesPerVariant = fields.May("minSamplesPerVariant").Whole(1, int.MaxValue) ?? usual.MinSamplesPerVariant,
            MinLift = adopt?.May("minLift").Number(0, form: "a number of at least 0, such as 10 for 10 %") ?? usual.MinLift,
            LiftUnit = adopt?.May("liftUnit").OneOf("percent", "pp") ?? usual.LiftUnit,
            MinConfidence = adopt?.May("minConfidence").Number(0, 1, ConfidenceForm) ?? usual.MinConfidence,
            MaxSecondaryDegradationPercent = fields.May("maxSecondaryDegradationPercent").Number(0, form: "a number of at least 0, such as 5 for 5 %")
                ?? usual.MaxSecondaryDegradationPercent,
            RevertWhen = RuleReader.Read(fields.May("revertWhen"), cycle),
        };
    }
}
