using Google.Protobuf.Collections;
using Neighbor.Gis.Ingest.Osm.Files.Wire;

namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>Takes the objects out of one block after another.</summary>
/// <exception cref="FormatException">A block contradicts itself; the message says how.</exception>
internal sealed class PbfBlockReader(OsmObjectsBuilder objects)
{
    private readonly List<OsmMember> _members = [];
    private StringTable _table = new();
    private string?[] _texts = [];

    /// <summary>Adds every object of a block.</summary>
    public void Add(PrimitiveBlock block)
    {
        _table = block.StringTable ?? new StringTable();
        _texts = new string?[_table.Texts.Count];
        var grid = new Grid(block.Granularity, block.LongitudeOffset, block.LatitudeOffset);
        foreach (PrimitiveGroup group in block.Groups)
        {
            if (group.Dense is { } dense)
            {
                AddDense(dense, grid);
            }

            foreach (PlainNode node in group.Nodes)
            {
                AddTags(node.Keys, node.Values, node.Id);
                objects.Node(node.Id, grid.Longitude(node.Longitude), grid.Latitude(node.Latitude));
            }

            foreach (PlainWay way in group.Ways)
            {
                AddWay(way);
            }

            foreach (PlainRelation relation in group.Relations)
            {
                AddRelation(relation);
            }
        }
    }

    private void AddDense(DenseNodes dense, Grid grid)
    {
        if (dense.Latitudes.Count != dense.Ids.Count || dense.Longitudes.Count != dense.Ids.Count)
        {
            throw new FormatException(
                $"dense nodes with {dense.Ids.Count} ids, {dense.Latitudes.Count} latitudes and {dense.Longitudes.Count} longitudes."
            );
        }

        RepeatedField<int> tags = dense.KeysValues;
        int tag = 0;
        long id = 0;
        long latitude = 0;
        long longitude = 0;
        for (int i = 0; i < dense.Ids.Count; i++)
        {
            id += dense.Ids[i];
            latitude += dense.Latitudes[i];
            longitude += dense.Longitudes[i];
            while (tag < tags.Count && tags[tag] != 0)
            {
                if (tag + 1 == tags.Count)
                {
                    throw new FormatException($"the tags of node {id} end after a key.");
                }

                objects.Tag(Text((uint)tags[tag]), Text((uint)tags[tag + 1]));
                tag += 2;
            }

            tag++; // the zero behind the tags of a node
            objects.Node(id, grid.Longitude(longitude), grid.Latitude(latitude));
        }

        if (tag < tags.Count)
        {
            throw new FormatException($"{tags.Count - tag} texts of tags belong to no dense node.");
        }
    }

    private void AddWay(PlainWay way)
    {
        AddTags(way.Keys, way.Values, way.Id);
        long node = 0;
        foreach (long step in way.Refs)
        {
            node += step;
            objects.Ref(node);
        }

        objects.Way(way.Id);
    }

    private void AddRelation(PlainRelation relation)
    {
        int count = relation.MemberIds.Count;
        if (relation.Roles.Count != count || relation.MemberTypes.Count != count)
        {
            throw new FormatException(
                $"relation {relation.Id} with {count} members, {relation.Roles.Count} roles and {relation.MemberTypes.Count} kinds."
            );
        }

        _members.Clear();
        long member = 0;
        for (int i = 0; i < count; i++)
        {
            member += relation.MemberIds[i];
            if (relation.MemberTypes[i] == MemberType.Way)
            {
                _members.Add(new OsmMember(member, Text((uint)relation.Roles[i])));
            }
        }

        AddTags(relation.Keys, relation.Values, relation.Id);
        objects.Relation(relation.Id, _members);
    }

    private void AddTags(RepeatedField<uint> keys, RepeatedField<uint> values, long id)
    {
        if (keys.Count != values.Count)
        {
            throw new FormatException($"object {id} with {keys.Count} keys and {values.Count} values.");
        }

        for (int i = 0; i < keys.Count; i++)
        {
            objects.Tag(Text(keys[i]), Text(values[i]));
        }
    }

    private string Text(uint index)
    {
        if (index >= (uint)_texts.Length)
        {
            throw new FormatException($"text number {index} of a table of {_texts.Length}.");
        }

        return _texts[index] ??= objects.Text(_table.Texts[(int)index].ToStringUtf8());
    }

    private readonly record struct Grid(int Granularity, long LongitudeOffset, long LatitudeOffset)
    {
        public long Longitude(long units) => LongitudeOffset + (Granularity * units);

        public long Latitude(long units) => LatitudeOffset + (Granularity * units);
    }
}
