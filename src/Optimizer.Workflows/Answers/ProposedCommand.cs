namespace Optimizer.Workflows.Answers;

/// <summary>A command that somebody typed, read and not carried out: it becomes a proposal through policy (S1-163).</summary>
/// <param name="Verb">What is wanted.</param>
/// <param name="Play">Slug of the play it is about; null when it is about all or none.</param>
/// <param name="Detail">What else was said, such as "max_starts = 3" or an experiment's id; empty for nothing. Text of the asker.</param>
/// <param name="Text">The whole as it was typed. Text of the asker.</param>
public sealed record ProposedCommand(CommandVerb Verb, string? Play, string Detail, string Text);
