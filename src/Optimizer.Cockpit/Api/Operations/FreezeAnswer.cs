using Optimizer.Workflows.Operations;

namespace Optimizer.Cockpit.Api.Operations;

/// <param name="IsFrozen">Whether nothing outside is changed now.</param>
/// <param name="Freeze">Who ordered the freeze that holds; null when none does.</param>
/// <param name="Woken">Plays that were told to try again what the freeze kept them from.</param>
internal sealed record FreezeAnswer(bool IsFrozen, Freeze? Freeze, int Woken = 0);
