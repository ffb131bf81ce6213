using System.Text;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Storage;

/// <summary>A query as conditions in SQL, with what is bound to them. Parameters 1 and 2 belong to the caller.</summary>
internal sealed class InstanceSearch
{
    private const int OwnParameters = 2;

    private readonly StringBuilder _conditions = new();
    private readonly List<Action<Statement, int>> _bindings = [];

    public InstanceSearch(InstanceQuery query)
    {
        AddStates(query.States);
        AddPrefix(query.IdPrefix);
        if (query.Workflow is { } workflow)
        {
            Add("workflow = ?", (statement, parameter) => statement.Bind(parameter, workflow));
        }

        AddTime("created_at >= ?", query.CreatedFrom);
        AddTime("created_at < ?", query.CreatedBefore);
        AddTime("state >= 4 AND changed_at < ?", query.FinishedBefore);
        foreach (var (name, value) in query.Tags ?? new Dictionary<string, string>())
        {
            var line = TagText.Line(name, value);
            Add("instr(tags, ?) > 0", (statement, parameter) => statement.Bind(parameter, line));
        }
    }

    /// <summary>Begins with AND, or is empty.</summary>
    public string Conditions => _conditions.ToString();

    public void Bind(Statement statement)
    {
        for (var i = 0; i < _bindings.Count; i++)
        {
            _bindings[i](statement, OwnParameters + 1 + i);
        }
    }

    private void AddStates(IReadOnlyCollection<RunState>? states)
    {
        if (states is not null)
        {
            var any = states.Distinct().Select(state => state switch
            {
                RunState.Pending => "(state = 1 AND started = 0)",
                RunState.Running => "(state = 1 AND started = 1)",
                _ => $"state = {StateNumbers.Number(state)}",
            });
            _ = _conditions.Append($" AND ({string.Join(" OR ", any.DefaultIfEmpty("0"))})");
        }
    }

    // Text compares byte by byte and no UTF-8 holds the byte 255: what lies between is what begins so, with nothing to escape.
    private void AddPrefix(string? prefix)
    {
        if (!string.IsNullOrEmpty(prefix))
        {
            Add("id >= ?", (statement, parameter) => statement.Bind(parameter, prefix));
            byte[] above = [.. Encoding.UTF8.GetBytes(prefix), byte.MaxValue];
            Add("id < ?", (statement, parameter) => statement.BindText(parameter, above));
        }
    }

    private void AddTime(string condition, DateTimeOffset? time)
    {
        if (time is { } some)
        {
            Add(condition, (statement, parameter) => statement.Bind(parameter, some.UtcTicks));
        }
    }

    private void Add(string condition, Action<Statement, int> bind)
    {
        _bindings.Add(bind);
        _ = _conditions.Append($" AND {condition.Replace("?", $"?{OwnParameters + _bindings.Count}", StringComparison.Ordinal)}");
    }
}
