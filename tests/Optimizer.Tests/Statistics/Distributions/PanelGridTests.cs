using Optimizer.Statistics.Distributions;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Distributions;

public class PanelGridTests
{
    [Fact]
    public void Cumulate_Polynomial_IsExactAtEveryNode()
    {
        var grid = new PanelGrid(new PanelGrid.Stretch(-1, 3, 1.5));

        var (below, above) = grid.Cumulate(Array.ConvertAll(grid.Nodes, x => 4 * x * x * x + 5));

        for (var i = 0; i < grid.Nodes.Length; i++)
        {
            Near.Equal(Primitive(grid.Nodes[i]) - Primitive(-1), below[i], 1e-13, 1e-13);
            Near.Equal(Primitive(3) - Primitive(grid.Nodes[i]), above[i], 1e-13, 1e-13);
        }

        static double Primitive(double x) => x * x * x * x + 5 * x;
    }

    [Fact]
    public void Constructor_NarrowStretchInAWideOne_RefinesThereOnly()
    {
        var grid = new PanelGrid(new PanelGrid.Stretch(0, 100, 10), new PanelGrid.Stretch(40, 41, 0.1));

        Assert.InRange(grid.Nodes.Length / 16, 20, 23);
        Assert.True(grid.Nodes.Zip(grid.Nodes.Skip(1)).All(pair => pair.First < pair.Second));
    }

    [Fact]
    public void Constructor_DistantNarrowStretches_StaysSmall()
    {
        var grid = new PanelGrid(new PanelGrid.Stretch(-1, 1, 0.2), new PanelGrid.Stretch(1e9 - 1, 1e9 + 1, 0.2));

        Assert.InRange(grid.Nodes.Length / 16, 20, 30);
    }
}
