namespace Optimizer.Workflows.Definitions;

/// <summary>Something wrong in a definition or policy file.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Field">Path such as kpis[0].measure.type; empty for the whole document.</param>
/// <param name="Problem">What is wrong and what would be right.</param>
public sealed record DefinitionProblem(string File, int Line, string Field, string Problem)
{
    public override string ToString() => Field.Length == 0 ? $"{File}:{Line}: {Problem}" : $"{File}:{Line}: {Field}: {Problem}";
}
