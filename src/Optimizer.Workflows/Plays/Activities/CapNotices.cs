using Optimizer.Domain.Guardrails;
using Optimizer.Domain.Notices;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>Tells people that a start was refused for a cap. What it is about names the cap and where it holds, so that it is told once a day.</summary>
internal static class CapNotices
{
    /// <summary>Null when the ruling is not a refusal for a cap.</summary>
    public static Notice? Of(StartOrder order, PlayTerms inForce, Ruling ruling)
    {
        if (ruling.Kind != RulingKind.Deny || Where(order, inForce.Policy, ruling.Code) is not { } where)
        {
            return null;
        }

        var retry = ruling.RetryAt is { } at ? $"\n\nIt may start from {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC on, when nothing else comes first." : "";
        return new(order.Play, "info", $"{inForce.Play.Name}: {ruling.Reasons[0]}", $"{order.Hypothesis.Change} waits.{retry}", $"cap-{ruling.Code}-{where}")
        {
            Kind = NoticeKind.CapReached,
        };
    }

    private static string? Where(StartOrder order, EffectivePolicy policy, string code) => code switch
    {
        PlayActiveRule.Code or PlayStartsRule.Code => order.Play,
        PageActiveRule.Code => $"{policy.Site}{policy.Page}",
        SiteActiveRule.Code or SiteStartsRule.Code => policy.Site,
        _ => null,
    };
}
