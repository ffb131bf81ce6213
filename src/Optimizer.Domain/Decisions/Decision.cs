namespace Optimizer.Domain.Decisions;

/// <summary>What is decided at a look, with every reason and its numbers.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Variant">The variant it is done with; null when it concerns the whole experiment.</param>
/// <param name="Dropped">Variants taken out for harm while the others go on.</param>
/// <param name="Throttle">Variants whose traffic is cut at once, with the share they keep.</param>
/// <param name="Triggers">Every stated rule on every variant.</param>
/// <param name="Reasons">Why, most important first, in words.</param>
public sealed record Decision(
    DecisionKind Kind,
    string? Variant,
    IReadOnlyList<string> Dropped,
    IReadOnlyDictionary<string, double> Throttle,
    IReadOnlyList<Trigger> Triggers,
    IReadOnlyList<string> Reasons)
{
    /// <summary>The code used in data: HALT_SRM, REVERT, EXTEND, ADOPT_PROVEN, ADOPT_STATED, ITERATE, ADOPT_PROVISIONAL.</summary>
    public string Code => Kind switch
    {
        DecisionKind.Extend => "EXTEND",
        DecisionKind.AdoptProven => "ADOPT_PROVEN",
        DecisionKind.AdoptProvisional => "ADOPT_PROVISIONAL",
        DecisionKind.AdoptStated => "ADOPT_STATED",
        DecisionKind.Iterate => "ITERATE",
        DecisionKind.Revert => "REVERT",
        DecisionKind.Halt => "HALT_SRM",
        _ => throw new ArgumentOutOfRangeException(nameof(Kind), Kind, "unknown kind of decision"),
    };

    /// <summary>What the stated rules that fired would have done, word for word; rules that the profile turns off are left out.</summary>
    public IReadOnlyList<string> Literally =>
        [.. Triggers.Where(trigger => trigger.Fired && trigger.Stated.Mode != RuleMode.Off)
            .Select(trigger => $"{trigger.Rule} would {(trigger.Literally == DecisionKind.Revert ? "revert" : "adopt")} {trigger.Variant}: {trigger.Text}")];
}
