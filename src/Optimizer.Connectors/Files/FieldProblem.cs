namespace Optimizer.Connectors.Files;

/// <summary>Why a field could not be read.</summary>
/// <param name="Kind">What a caller may act on.</param>
/// <param name="Message">What is wrong and what would be right, for <see cref="DelimitedReader.Fault"/>.</param>
public sealed record FieldProblem(FieldProblemKind Kind, string Message)
{
    internal static FieldProblem Empty(string wanted) => new(FieldProblemKind.Empty, $"the field is empty; {wanted} is needed");

    internal static FieldProblem Malformed(string message) => new(FieldProblemKind.Malformed, message);
}
