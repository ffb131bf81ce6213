using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>A change of the audience that concerns more than half of the traffic asks (S0-058, C22); other classes do not.</summary>
public static class TrafficRule
{
    public const string Code = "traffic_share";
    public const string Key = "approval.traffic_above";

    private const double Slack = 1e-9;

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (asked is not { IsChange: true, Action.Class: ChangeClass.Audience })
        {
            return null;
        }

        var (share, most) = (asked.Action.TrafficShare, asked.Policy.ApproveTrafficAbove);
        var said = $"a change of the audience concerns {Words.Percent(share)} of the traffic, limit {Words.Limit(most)}{asked.From(Key)}";
        return share <= most + Slack ? Opinion.Allow(Code, said) : Opinion.Ask(Code, said, Seats.Of(asked.Policy, ChangeClass.Audience));
    }
}
