using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit;

/// <summary>
/// The records for those who only look: the same as the world's, over a connection that does not wait while a change is flushed.
/// Everything that was durable when a read begins is in it.
/// </summary>
/// <param name="Audit">The trail.</param>
/// <param name="Plays">Definitions and policy.</param>
/// <param name="Register">What runs and ran.</param>
/// <param name="Terms">Another number whenever definitions, policy, the register or the freeze may have changed; null where nobody knows, and they are read again.</param>
public sealed record ServedReads(IAuditTrail Audit, IPlayStore Plays, IExperimentRegister Register, Func<long>? Terms);
