namespace Optimizer.Connectors.Memory;

/// <param name="Play">The play's slug.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">Markdown.</param>
public sealed record CampaignNote(string Play, string Title, string Text);
