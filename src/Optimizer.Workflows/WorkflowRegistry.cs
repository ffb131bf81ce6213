namespace Optimizer.Workflows;

/// <summary>The code behind the names: workflows by version, activities. Filled at start, then only read.</summary>
/// <remarks>
/// A change to a workflow that would ask for other steps than a running instance has already taken is a new version: keep the
/// old code registered under its number until no instance is pinned to it. New instances and new generations take the
/// highest version.
/// </remarks>
public sealed class WorkflowRegistry
{
    private readonly Dictionary<string, SortedDictionary<int, WorkflowCode>> _workflows = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActivityCode> _activities = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All workflows, by name and version.</summary>
    public IEnumerable<WorkflowCode> Workflows => _workflows.Values.SelectMany(versions => versions.Values);

    /// <summary>All activities.</summary>
    public IEnumerable<ActivityCode> Activities => _activities.Values;

    /// <summary>Adds one version of a workflow.</summary>
    /// <exception cref="ArgumentException">This version of the name is already there.</exception>
    public WorkflowRegistry Add<TIn, TOut>(Workflow<TIn, TOut> workflow, Func<IWorkflowContext, TIn, Task<TOut>> run, int version = 1)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        if (!_workflows.TryGetValue(workflow.Name, out var versions))
        {
            _workflows.Add(workflow.Name, versions = []);
        }

        if (!versions.TryAdd(version, WorkflowCode.Of(workflow, run, version)))
        {
            throw new ArgumentException($"the workflow '{workflow.Name}' is already registered in version {version}", nameof(workflow));
        }

        return this;
    }

    /// <summary>Adds an activity.</summary>
    /// <exception cref="ArgumentException">The name is already there.</exception>
    public WorkflowRegistry Add<TIn, TOut>(
        Activity<TIn, TOut> activity, Func<ActivityContext, TIn, Task<TOut>> handle, Repeat repeat = Repeat.Always)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(handle);
        if (!_activities.TryAdd(activity.Name, ActivityCode.Of(activity, handle, repeat)))
        {
            throw new ArgumentException($"the activity '{activity.Name}' is already registered", nameof(activity));
        }

        return this;
    }

    /// <summary>The code of exactly this version, or null.</summary>
    public WorkflowCode? Find(string workflow, int version) =>
        _workflows.TryGetValue(workflow, out var versions) ? versions.GetValueOrDefault(version) : null;

    /// <summary>The code of the highest version, or null.</summary>
    public WorkflowCode? Newest(string workflow) =>
        _workflows.TryGetValue(workflow, out var versions) ? versions.Values.Last() : null;

    /// <summary>The activity of the name, or null.</summary>
    public ActivityCode? Find(string activity) => _activities.GetValueOrDefault(activity);
}
