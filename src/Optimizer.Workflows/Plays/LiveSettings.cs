using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays;

/// <summary>What is live now, for customers' code that reads its settings from us (the own world: no vendor between).</summary>
/// <param name="channel">Tells what is live.</param>
/// <param name="plays">Which plays there are.</param>
/// <param name="terms">Their definitions.</param>
public sealed class LiveSettings(IVariableChannel channel, IPlayStore plays, TermsReader terms)
{
    /// <summary>
    /// The setting of every variable of a play, in the order of its definition, for everybody who is in no experiment. Variables that the
    /// channel does not know are left out; a variable whose setting was never told reads as JSON null.
    /// </summary>
    /// <returns>Null when there is no such play.</returns>
    public async Task<IReadOnlyList<VariableSetting>?> ReadAsync(string play, CancellationToken cancellationToken)
    {
        if (await plays.FindAsync(play, cancellationToken) is null)
        {
            return null;
        }

        var definition = (await terms.InForceAsync(play, cancellationToken)).Play;
        var live = new List<VariableSetting>();
        foreach (var variable in definition.Variables)
        {
            if (await channel.ReadAsync(definition, variable, cancellationToken) is { } setting)
            {
                live.Add(setting);
            }
        }

        return live;
    }
}
