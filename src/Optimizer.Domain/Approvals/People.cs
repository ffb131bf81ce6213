namespace Optimizer.Domain.Approvals;

/// <summary>Names of people, compared as people do.</summary>
public static class People
{
    /// <summary>Whether it is the same person, however the name is written.</summary>
    public static bool Same(string one, string other) => Key(one) == Key(other);

    /// <summary>The name by which a person is kept.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Trim().ToUpperInvariant();
    }
}
