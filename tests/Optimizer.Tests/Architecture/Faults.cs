namespace Optimizer.Tests.Architecture;

/// <summary>Reports every fault in full; a collection assertion would cut each off after fifty characters.</summary>
public static class Faults
{
    public static void None(IEnumerable<string> faults)
    {
        var found = faults.ToList();

        Assert.True(found.Count == 0, $"{found.Count} fault(s):{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
