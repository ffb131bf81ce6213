using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Decisions;

/// <summary>A stated rule at one look: recorded whether or not it may act.</summary>
/// <param name="Rule">Name of the rule, stable over versions.</param>
/// <param name="Variant">The variant it was read on.</param>
/// <param name="Fired">True when the stated condition holds.</param>
/// <param name="Value">The number that was compared; null where none exists, such as a lift over nothing.</param>
/// <param name="Stated">What it was compared with, and how far the rule may act.</param>
/// <param name="Units">Units it was read on: of the smaller group, of the variant alone for the rule over 120 units.</param>
/// <param name="Literally">What the document would have done, word for word.</param>
public sealed record Trigger(
    string Rule, string Variant, bool Fired, double? Value, StatedRule Stated, long Units, DecisionKind Literally)
{
    /// <summary>The comparison in words, with its numbers.</summary>
    public string Text => Rule switch
    {
        Triggers.Chance90 => $"chance to be better {Chance(Value ?? 0)}, stated limit {Limit(Stated.Limit)}",
        Triggers.Plus10For48Hours => $"gain {Change(Value)}, stated limit +{Limit(Stated.Limit)} at every look for 48 hours",
        Triggers.Plus20 => $"gain {Change(Value)}, stated limit more than +{Limit(Stated.Limit)}",
        Triggers.BelowControlAfter120 =>
            $"gain {Change(Value)} after {Count(Units)} units, stated limit below control after {Count(Stated.MinimumUnits)}",
        Triggers.Drop30 => $"gain {Change(Value)}, stated limit worse than {Limit(-Stated.Limit)}",
        Triggers.Drop5Over24Hours => $"gain {Change(Value)} over the last 24 hours, stated limit worse than {Limit(-Stated.Limit)}",
        _ => throw new ArgumentOutOfRangeException(nameof(Rule), Rule, "unknown stated rule"),
    };
}
