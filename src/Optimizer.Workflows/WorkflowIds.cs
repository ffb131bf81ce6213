namespace Optimizer.Workflows;

/// <summary>Which texts are instance ids: what both engines can keep as they are.</summary>
public static class WorkflowIds
{
    /// <summary>Most characters of an id (DURABLE-FUNCTIONS section 2).</summary>
    public const int LongestId = 256;

    /// <summary>Gives the id back when it is usable.</summary>
    /// <exception cref="ArgumentException">
    /// It is empty, longer than <see cref="LongestId"/>, begins with '@', or holds a control character or half a surrogate pair.
    /// </exception>
    public static string Check(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var problem = id.Length > LongestId ? $"is {id.Length} characters long, more than {LongestId}"
            : id[0] == '@' ? "begins with '@'"
            : id.Any(char.IsControl) ? "holds a control character"
            : HasLoneSurrogate(id) ? "is not valid Unicode text"
            : null;
        return problem is null ? id : throw new ArgumentException($"the instance id '{id}' {problem}", nameof(id));
    }

    private static bool HasLoneSurrogate(string id)
    {
        for (var i = 0; i < id.Length; i++)
        {
            if (char.IsHighSurrogate(id[i]) && i + 1 < id.Length && char.IsLowSurrogate(id[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(id[i]))
            {
                return true;
            }
        }

        return false;
    }
}
