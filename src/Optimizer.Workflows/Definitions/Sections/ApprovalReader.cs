using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads which kinds of change a person must approve.</summary>
internal static class ApprovalReader
{
    public static IReadOnlyList<ApprovalNeed> Read(Place place, IReadOnlyList<Variable> variables) =>
        place.Items(item => Need(item, [.. variables.Select(variable => variable.Key)])) ?? [];

    private static ApprovalNeed? Need(Place place, IReadOnlyList<string> keys) => place.Fields("when", "thresholdPercent", "variables") is { } fields
        ? new(
            fields.Need("when", "a kind of change, such as budget_change or high_risk_hypothesis").Text() ?? "",
            fields.May("thresholdPercent").Number(0, form: "a number of at least 0, such as 20 for 20 %"),
            fields.May("variables").Items(item => Variable(item, keys)) ?? [])
        : null;

    private static string? Variable(Place place, IReadOnlyList<string> keys)
    {
        if (place.Text() is { } key && !keys.Contains(key, StringComparer.Ordinal))
        {
            var right = Nearest.Of(key, keys) is { } meant ? $"did you mean {meant}?"
                : keys.Count > 0 ? $"the variables are {Shown.Cut(string.Join(", ", keys))}"
                : "the play has no variables";
            place.Refuse($"is {Shown.Quote(key)}, which is no variable of the play; {right}");
            return null;
        }

        return (place.Node as Documents.Node.Scalar)?.Text;
    }
}
