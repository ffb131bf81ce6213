namespace Optimizer.Cockpit.Mcp;

/// <summary>How a request says which tool of an assistant it belongs to, so that the trail has every call.</summary>
public static class ToolHeader
{
    public const string Name = "Optimizer-Tool";
}
