using Optimizer.Domain.Approvals;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Identity;

/// <summary>What the tokens say of somebody who comes without one, by a link or from a chat: they may answer no more there than with a token.</summary>
/// <param name="IsKnown">Whether they ever had a token.</param>
/// <param name="Principal">Who they are by their valid human tokens that may answer, in the highest seat of these; null when they have none.</param>
internal sealed record Acquaintance(bool IsKnown, Principal? Principal)
{
    public static async Task<Acquaintance> OfAsync(ITokenStore tokens, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = (await tokens.ListAsync(cancellationToken)).Where(token => People.Same(token.Principal.Name, name)).ToList();
        var valid = known.Where(token => token.FaultAt(now) is null && token.Principal is { IsHuman: true, Role: >= Role.Approver }).ToList();
        return new(known.Count > 0, valid.MaxBy(token => token.Principal.Seat)?.Principal);
    }
}
