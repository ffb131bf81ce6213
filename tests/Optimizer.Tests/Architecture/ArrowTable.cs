namespace Optimizer.Tests.Architecture;

/// <summary>
/// Which project may reference which: the arrows of the map. What a project may reference it may also reach through
/// others; whatever is not an arrow, such as one adapter to another or anything to a host, is a fault.
/// </summary>
public sealed record ArrowTable(IReadOnlyDictionary<string, string[]> Arrows, IReadOnlyList<string> Hosts)
{
    /// <summary>The one table. A new project is added here or the tests fail.</summary>
    public static ArrowTable Map { get; } = new(
        new Dictionary<string, string[]>
        {
            ["Optimizer.Statistics"] = [],
            ["Optimizer.Domain"] = ["Optimizer.Statistics"],
            ["Optimizer.Workflows"] = ["Optimizer.Domain"],
            ["Optimizer.Connectors"] = ["Optimizer.Workflows"],
            ["Optimizer.Cockpit"] = ["Optimizer.Workflows"],
            ["Optimizer.Embedded"] = ["Optimizer.Workflows"],
            ["Optimizer.Functions"] = ["Optimizer.Connectors", "Optimizer.Cockpit"],
            ["Optimizer.Standalone"] = ["Optimizer.Connectors", "Optimizer.Cockpit", "Optimizer.Embedded"],
        },
        ["Optimizer.Functions", "Optimizer.Standalone"]);

    /// <summary>One message per forbidden reference or unknown project, naming the file and the reference.</summary>
    public IReadOnlyList<string> Faults(IEnumerable<ProjectFile> projects) => [.. projects.SelectMany(FaultsOf)];

    /// <summary>Everything the project may reference, directly or through others.</summary>
    public IReadOnlySet<string> Reach(string project)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(Arrows[project]);
        while (open.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                Array.ForEach(Arrows[next], open.Push);
            }
        }

        return reached;
    }

    private IEnumerable<string> FaultsOf(ProjectFile project)
    {
        if (!Arrows.ContainsKey(project.Name))
        {
            return [$"{project.Path}: the project is not in the arrow table; add it with what it may reference"];
        }

        var reach = Reach(project.Name);

        return project.Projects.Where(reference => !reach.Contains(reference)).Select(reference => Hosts.Contains(reference)
            ? $"{project.Path}: references the host {reference}; nobody references a host"
            : $"{project.Path}: references {reference}; {project.Name} may reference only [{string.Join(", ", reach.Order(StringComparer.Ordinal))}]");
    }
}
