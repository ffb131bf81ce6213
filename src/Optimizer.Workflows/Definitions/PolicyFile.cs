using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Definitions;

/// <summary>A policy file.</summary>
/// <param name="Policy">Null when something is wrong.</param>
/// <param name="Problems">What.</param>
public sealed record PolicyFile(PolicyBook? Policy, IReadOnlyList<DefinitionProblem> Problems)
{
    public static PolicyFile Read(string text, string file) => throw new NotImplementedException();
}
