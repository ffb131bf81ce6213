using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Operations;

namespace Optimizer.Workflows.Ports;

/// <summary>
/// Every change outside goes through here: intent before, answer after, one id for both (S0-067). Run again after a crash it writes
/// the intent once, makes the change again under the same key, and writes the answer once.
/// </summary>
/// <param name="trail">Where intent and answer are written.</param>
/// <param name="gate">The switch.</param>
/// <param name="isFrozen">What policy says.</param>
public sealed class Effects(IAuditTrail trail, FreezeGate gate, bool isFrozen)
{
    /// <param name="id">Unique for this change for ever, such as onboarding-3/flag-1; also the idempotency key outside.</param>
    /// <param name="about">Whose change it is; its event is replaced.</param>
    /// <param name="intent">What is changed, from what to what.</param>
    /// <param name="change">Makes the change; gets the key.</param>
    /// <param name="cancellationToken">Stops it; it is then made again.</param>
    /// <exception cref="FrozenException">Policy or the switch freezes it: nothing was written, not even the intent.</exception>
    public async Task MakeAsync(
        string id, AuditEntry about, EffectIntended intent, Func<string, Task<string>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(intent);
        ArgumentNullException.ThrowIfNull(change);
        if (isFrozen)
        {
            throw new FrozenException(intent.Target, "frozen by policy");
        }

        await gate.PassAsync(intent.Target, cancellationToken);
        await trail.AppendAsync($"{id}/intent", about with { Event = intent }, cancellationToken);
        var answer = await change(id);
        await trail.AppendAsync($"{id}/done", about with { Event = new EffectDone(intent.Effect, answer) }, cancellationToken);
    }
}
