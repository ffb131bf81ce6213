namespace Optimizer.Cockpit.Mcp;

/// <summary>Runs the loop over recorded history, for hosts that can.</summary>
public interface IBacktests
{
    /// <summary>Runs one; nothing of it is kept.</summary>
    /// <param name="definition">Of the play, as a file holds it.</param>
    /// <param name="policy">As a file holds it; null for the built-in defaults.</param>
    /// <param name="figures">CSV with a row a day.</param>
    /// <param name="cancellationToken">Stops it between two weeks.</param>
    /// <returns>What it would have flagged, proposed, asked and decided; what is wrong with the texts is a reply too.</returns>
    Task<ToolReply> RunAsync(string definition, string? policy, string figures, CancellationToken cancellationToken);
}
