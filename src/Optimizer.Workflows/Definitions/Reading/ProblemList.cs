namespace Optimizer.Workflows.Definitions.Reading;

/// <summary>What is wrong with one document, gathered while it is read.</summary>
/// <param name="file">As the user named it.</param>
/// <param name="firstLine">Line of the file that the document begins on.</param>
internal sealed class ProblemList(string file, int firstLine)
{
    private readonly List<DefinitionProblem> _found = [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<DefinitionProblem> Found => [.. _found.OrderBy(problem => problem.Line)];

    public bool IsEmpty => _found.Count == 0;

    public void Add(int lineInDocument, string field, string problem) => _found.Add(new(file, LineInFile(lineInDocument), field, problem));

    public int LineInFile(int lineInDocument) => firstLine + lineInDocument - 1;
}
