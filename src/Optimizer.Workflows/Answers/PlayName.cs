namespace Optimizer.Workflows.Answers;

/// <summary>A play as people may call it.</summary>
/// <param name="Slug">Its id.</param>
/// <param name="Name">As its definition says it; text of others.</param>
public sealed record PlayName(string Slug, string Name);
