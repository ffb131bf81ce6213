using Optimizer.Domain.Policies.Scopes;

namespace Optimizer.Workflows.Definitions.PolicyParts;

/// <param name="Scope">As policy knows it.</param>
/// <param name="Line">Within the document.</param>
/// <param name="Path">Such as scopes[2].</param>
internal sealed record ReadScope(PolicyScope Scope, int Line, string Path);
