using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>Classes of changes that always ask (S0-056). Prices and legal text are protected: a human in the seat of the CEO, whatever the policy (S3-030, C23).</summary>
public static class ClassRule
{
    public const string Code = "change_class";
    public const string ProtectedCode = "protected_class";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var change = asked.Action.Class;
        var name = change.ToString().ToLowerInvariant();
        return asked switch
        {
            { IsChange: false, IsTry: false } => null,
            _ when IsProtected(change) => Opinion.Ask(ProtectedCode, $"{name} is protected: a human in the seat of the CEO must say yes", Seat.Ceo),
            _ when asked.Policy.ClassSeats.ContainsKey(change) =>
                Opinion.Ask(Code, $"changes of class {name} always ask{asked.From($"approval.class.{name}")}", Seats.Of(asked.Policy, change)),
            _ => null,
        };
    }

    /// <summary>Unknown classes are protected too: unsure means protected.</summary>
    public static bool IsProtected(ChangeClass change) =>
        change is ChangeClass.Pricing or ChangeClass.Legal || !Enum.IsDefined(change);
}
