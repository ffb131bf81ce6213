namespace Optimizer.Benchmarks.Engine.Workloads;

/// <summary>One thing that is measured, a round at a time, so that all workloads meet the same quiet and busy minutes.</summary>
internal abstract class Workload
{
    private readonly List<Line> _lines = [];

    /// <summary>As <c>--only</c> names it.</summary>
    public abstract string Name { get; }

    public IReadOnlyList<Line> Lines => _lines;

    /// <summary>Measures once, on files of its own in the folder.</summary>
    public abstract Task RunAsync(string folder);

    protected Line Add(Line line)
    {
        _lines.Add(line);
        return line;
    }
}
