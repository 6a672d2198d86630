// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/postgres.h"

namespace anjungan::postgres {

/// Rows to be inserted, as one array a column. Takes values in the order of the columns, row after row, by
/// the functions of `sqlite::Statement`.
class Columns
{
public:
    explicit Columns(std::initializer_list<Type> types)
        : m_columns(types.begin(), types.end())
    {}

    Columns& bind(std::int64_t value) { return append(value); }
    Columns& bind(std::string_view text) { return append(text); }
    Columns& bind(std::span<const std::uint8_t> bytes) { return append(bytes); }
    Columns& bindNull()
    {
        next().appendNull();
        return *this;
    }

    void addTo(Parameters& parameters) const
    {
        for (const Array& column : m_columns)
            parameters.add(column);
    }

private:
    template <typename Value>
    Columns& append(Value value)
    {
        next().append(value);
        return *this;
    }

    Array& next()
    {
        Array& column = m_columns[m_next];
        m_next = (m_next + 1) % m_columns.size();
        return column;
    }

    std::vector<Array> m_columns;
    std::size_t m_next = 0;
};

} // namespace anjungan::postgres
