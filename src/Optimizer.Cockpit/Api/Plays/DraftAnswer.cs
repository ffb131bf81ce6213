namespace Optimizer.Cockpit.Api.Plays;

/// <summary>A brief that nobody has sent.</summary>
/// <param name="Play">Slug.</param>
/// <param name="First">First day it is about.</param>
/// <param name="Last">Last day.</param>
/// <param name="Markdown">The page.</param>
internal sealed record DraftAnswer(string Play, DateOnly First, DateOnly Last, string Markdown);
